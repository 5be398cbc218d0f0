using Microsoft.Extensions.Configuration;
using NewsBot.CommandLine;

namespace NewsBot.Tests.CommandLine;

public sealed class SettingsValidatorTests
{
    [Fact]
    public void Every_mistake_is_told_at_once() => Assert.Equal(
        [
            "Sources:MaximumBytes is 'lots': it should be a whole number.",
            "Storage:Provider is 'Postgres': it should be Sqlite.",
            "Summaries:Sentences is '99': it should be from 1 to 10.",
            "Telegram:Admins:1 is 'me': it should be a whole number.",
        ],
        Problems(
            ("Sources:MaximumBytes", "lots"),
            ("Storage:Provider", "Postgres"),
            ("Summaries:Sentences", "99"),
            ("Telegram:Admins:0", "1001"),
            ("Telegram:Admins:1", "me")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Telegram:Tokn", "Telegram:Token")]
    [InlineData("Web:Uri", "Web:Url")]
    [InlineData("Sources:hostspaceing", "Sources:HostSpacing")]
    public void A_key_that_is_no_setting_is_told_with_the_nearest_that_is_one(string key, string nearest) =>
        Assert.StartsWith($"{key} is not a setting. The nearest is {nearest};", Assert.Single(Problems((key, "x"))), StringComparison.Ordinal);

    [Fact]
    public void A_bare_number_is_no_duration_because_it_would_be_days() =>
        Assert.StartsWith(
            "Sources:MinimumInterval is '15': it should be a duration as d.hh:mm:ss",
            Assert.Single(Problems(("Sources:MinimumInterval", "15"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Sources:Timeout", "00:05:01", "from 00:00:01 to 00:05:00")]
    [InlineData("Sources:MaximumBytes", "1023", "from 1024 to 104857600")]
    [InlineData("Telegram:MessagesPerSecond", "0", "from 1 to 1000")]
    public void A_value_outside_its_range_is_told_with_the_range(string key, string value, string range) =>
        Assert.Equal($"{key} is '{value}': it should be {range}.", Assert.Single(Problems((key, value))));

    [Theory]
    [InlineData("Sources:Proxy", "http:/bob:hunter2@proxy.example:3128")]
    [InlineData("Sources:Proxy", "socks5://bob:hunter2")]
    [InlineData("Sources:Proxy", "http://bob:hunter2@proxy.example:99999")]
    [InlineData("Sources:MaximumBytes", "http://bob:hunter2@proxy.example:3128")]
    [InlineData("Telegram:MessagesPerSecond", "password=hunter2")]
    [InlineData("Telegram:Admins:0", "123456789:AAEhBOweik6ad9r_hunter2_crGbqCr4K-bc")]
    [InlineData("Storage:ConnectionString", "Data Sorce=newsbot.db;Password=hunter2")]
    [InlineData("Web:Url", "http://bob:hunter2@127.0.0.1:99999")]
    public void A_wrong_value_that_may_hold_a_secret_is_not_repeated(string key, string value)
    {
        var problem = Assert.Single(Problems((key, value)));
        Assert.StartsWith(key, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Web:Url", "http://127.0.0.1:99999")]
    [InlineData("Web:Url", "ftp://127.0.0.1:21")]
    [InlineData("Web:Url", "here")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:")]
    [InlineData("Storage:ConnectionString", "Data Source=newsbot.db;Mode=ReadOnly")]
    [InlineData("Storage:ConnectionString", "newsbot.db")]
    [InlineData("Sources:Proxy", "proxy.example:3128")]
    public void An_address_that_cannot_be_used_is_told(string key, string value) =>
        Assert.StartsWith($"{key} should be ", Assert.Single(Problems((key, value))), StringComparison.Ordinal);

    [Fact]
    public void Good_settings_pass() => Assert.Empty(Problems(
        ("Telegram:Token", "123456789:a-token-of-some-length"),
        ("Telegram:Admins:0", "1001"),
        ("Telegram:Updates", "Webhook"),
        ("Storage:Provider", "sqlite"),
        ("Sources:Proxy", "http://bob:hunter2@proxy.example:3128/"),
        ("Web:Url", "http://+:8080"),
        ("Sources:Feeds:0", "https://news.example/feed.xml"),
        ("Sources:MinimumInterval", "00:15:00"),
        ("Articles:MaximumAge", "2.00:00:00"),
        ("Articles:FollowLinks", "false")));

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings) => SettingsValidator.Problems(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());
}
