using NewsBot.BotApi;

namespace NewsBot.Tests.BotApi;

public sealed class BotTokenTests
{
    private static readonly string NoSuchFile = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

    [Fact]
    public void A_token_prints_as_the_id_of_its_bot()
    {
        var token = BotToken.Read(new TelegramOptions { Token = $" {FakeBotApi.Token}\n" }, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(FakeBotApi.Token, token.Value);
        Assert.Equal("token of bot 4839574812", token.ToString());
    }

    [Fact]
    public void A_token_is_read_from_a_file()
    {
        using var file = new SecretFile(FakeBotApi.Token + "\r\n");
        Assert.Equal(FakeBotApi.Token, BotToken.Read(new TelegramOptions { TokenFile = file.Path }, out _)!.Value);
    }

    [Theory]
    [InlineData("", "Telegram:Token is empty")]
    [InlineData("hello", "Telegram:Token does not hold a bot token")]
    [InlineData("123:short", "Telegram:Token does not hold a bot token")]
    [InlineData("123:AbCdEfGhIjKlMnOpQrStUvWx/../getMe", "Telegram:Token does not hold a bot token")]
    public void A_mistake_names_the_setting_and_what_to_do_and_never_the_value(string value, string expected)
    {
        Assert.Null(BotToken.Read(new TelegramOptions { Token = value }, out var problem));
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.Contains("@BotFather", problem, StringComparison.Ordinal);
        Assert.False(value.Length > 0 && problem!.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_missing_or_empty_is_named()
    {
        Assert.Null(BotToken.Read(new TelegramOptions { TokenFile = NoSuchFile }, out var missing));
        Assert.StartsWith($"Telegram:TokenFile names {NoSuchFile}, which cannot be read", missing, StringComparison.Ordinal);
        using var file = new SecretFile("\n");
        Assert.Null(BotToken.Read(new TelegramOptions { TokenFile = file.Path }, out var empty));
        Assert.StartsWith("Telegram:TokenFile is empty", empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.telegram.org", true)]
    [InlineData("http://127.0.0.1:8081/", true)]
    [InlineData("https://proxy.example/telegram", false)]
    [InlineData("api.telegram.org", false)]
    [InlineData("", false)]
    public void The_address_of_the_server_has_no_path(string apiUrl, bool valid) =>
        Assert.Equal(valid, new TelegramOptionsValidator().Validate(null, new TelegramOptions { Token = FakeBotApi.Token, ApiUrl = apiUrl }).Succeeded);

    [Fact]
    public void Every_mistake_is_told_at_once() =>
        Assert.Equal(2, new TelegramOptionsValidator().Validate(null, new TelegramOptions { ApiUrl = "x" }).Failures!.Count());

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
