using System.Diagnostics;
using System.Globalization;
using NewsBot.Sandbox;

namespace NewsBot.EndToEnd.Tests;

/// <summary>The program as the container image has it: published by the Dockerfile's own command into the folder that NEWSBOT_PUBLISHED names.</summary>
public sealed class PublishedTests
{
    [Fact]
    public async Task The_published_program_gets_ready_says_so_and_ends_well_when_it_is_told_to()
    {
        var program = Path.Combine(Environment.GetEnvironmentVariable("NEWSBOT_PUBLISHED") ?? "", "newsbot");
        Assert.SkipUnless(Path.IsPathRooted(program), "NEWSBOT_PUBLISHED names no folder with the published program");

        await using var world = await EndToEnd.StartAsync();
        var tokenFile = $"{world.StoreFile}.token";
        await File.WriteAllTextAsync(tokenFile, new SandboxOptions().Token + "\n", world.Limit);
        var listensOn = $"http://+:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}";
        using var bot = BotProcess.Start(new ProcessStartInfo(program, ["run"]), new Dictionary<string, string?>
        {
            ["Telegram__TokenFile"] = tokenFile,
            ["Telegram__ApiUrl"] = world.Sandbox.Address.ToString(),
            ["Storage__ConnectionString"] = $"Data Source={world.StoreFile}",
            ["Sources__Feeds__0"] = world.Newsroom.Feed.ToString(),
            ["Sources__AllowPrivateNetworks"] = "true",
            ["Web__Url"] = listensOn,
        });

        FinishedProgram check;
        while ((check = await CheckAsync()).ExitCode != 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, world.Limit);
        }

        Assert.Equal(("NewsBot is ready.\n", ""), (check.Output, check.Errors));
        Assert.Equal(0, await bot.StopAsync("TERM", world.Limit));

        check = await CheckAsync();
        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith("No answer from http://127.0.0.1:", check.Output, StringComparison.Ordinal);

        Task<FinishedProgram> CheckAsync()
        {
            var start = new ProcessStartInfo(program, ["healthcheck"]);
            start.Environment["Web__Url"] = listensOn;
            return FinishedProgram.RunAsync(start, world.Limit);
        }
    }
}
