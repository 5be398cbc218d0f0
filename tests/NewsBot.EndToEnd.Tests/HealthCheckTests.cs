using System.Globalization;
using NewsBot.Sandbox;

namespace NewsBot.EndToEnd.Tests;

public sealed class HealthCheckTests
{
    private readonly CancellationToken limit = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    [Fact]
    public async Task A_service_that_Telegram_does_not_answer_is_alive_and_not_ready_and_the_check_says_why()
    {
        await using var world = await EndToEnd.StartAsync();
        var port = FreePort.Next();
        using var bot = BotProcess.Start(["run"], new Dictionary<string, string?>
        {
            ["Telegram__Token"] = new SandboxOptions().Token,
            ["Telegram__ApiUrl"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Storage__ConnectionString"] = $"Data Source={world.StoreFile}",
            ["Sources__Feeds__0"] = world.Newsroom.Feed.ToString(),
            ["Web__Url"] = $"http://127.0.0.1:{port}",
        });

        FinishedProgram check;
        do
        {
            check = await CheckAsync($"http://*:{port.ToString(CultureInfo.InvariantCulture)}");
            Assert.Equal(1, check.ExitCode);
        }
        while (!check.Output.Contains("BotIntroductionWorker: Telegram cannot be reached", StringComparison.Ordinal));

        using var client = new HttpClient(new SocketsHttpHandler());
        Assert.Equal("alive\n", await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/healthz"), limit));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "Web:Url is 'http://127.0.0.1:0'")]
    [InlineData("here", "Web:Url should be an address such as http://127.0.0.1:8080")]
    public async Task An_address_that_cannot_be_asked_is_told(string url, string said)
    {
        var check = await CheckAsync(url);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(said, check.Output + check.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_program_at_the_address_is_no_ready_service()
    {
        await using var sandbox = await SandboxServer.StartAsync("http://127.0.0.1:0");
        var check = await CheckAsync(sandbox.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("something else", check.Output, StringComparison.Ordinal);
    }

    private Task<FinishedProgram> CheckAsync(string url) => FinishedProgram.RunAsync(limit, "healthcheck", "--set", $"Web:Url={url}");
}
