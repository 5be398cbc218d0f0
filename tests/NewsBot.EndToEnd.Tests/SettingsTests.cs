namespace NewsBot.EndToEnd.Tests;

public sealed class SettingsTests
{
    private readonly CancellationToken limit = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    [Fact]
    public async Task Every_mistake_in_the_settings_is_told_at_once_and_the_exit_code_is_1()
    {
        using var bot = BotProcess.Start(["run"], new Dictionary<string, string?>
        {
            ["Telegram:Token"] = "no token",
            ["Telegram:Updates"] = "Webhook",
            ["Telegram:WebhookUrl"] = "http://news.example",
            ["Sources:Timeout"] = "15",
            ["Sources:HostSpacng"] = "00:00:01",
            ["Summaries:Sentences"] = "99",
        });

        Assert.Equal(1, await bot.ExitAsync(limit));
        Assert.Contains("Sources:Timeout", bot.Printed, StringComparison.Ordinal);
        Assert.Contains("Sources:HostSpacing", bot.Printed, StringComparison.Ordinal);
        Assert.Contains("Summaries:Sentences", bot.Printed, StringComparison.Ordinal);
        Assert.Contains("Telegram:Token", bot.Printed, StringComparison.Ordinal);
        Assert.Contains("Telegram:WebhookUrl", bot.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_refuses_ends_the_program_with_one_line_and_exit_code_1()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = BotProcess.Start(["run"], new Dictionary<string, string?>
        {
            ["Telegram:Token"] = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
            ["Telegram:ApiUrl"] = world.Sandbox.Address.ToString(),
            ["Storage:ConnectionString"] = $"Data Source={world.StoreFile}",
            ["Sources:Feeds:0"] = world.Newsroom.Feed.ToString(),
        });

        Assert.Equal(1, await bot.ExitAsync(limit));
        Assert.Contains("refuses the bot token in Telegram:Token", bot.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_token_says_where_to_get_one()
    {
        using var bot = BotProcess.Start(["run"], new Dictionary<string, string?>());

        Assert.Equal(1, await bot.ExitAsync(limit));
        Assert.Contains("@BotFather", bot.Printed, StringComparison.Ordinal);
    }
}
