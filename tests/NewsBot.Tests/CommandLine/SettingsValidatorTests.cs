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

    [Fact]
    public void Good_settings_pass() => Assert.Empty(Problems(
        ("Telegram:Token", "123456789:a-token-of-some-length"),
        ("Telegram:Admins:0", "1001"),
        ("Telegram:Updates", "Webhook"),
        ("Storage:Provider", "sqlite"),
        ("Sources:Feeds:0", "https://news.example/feed.xml"),
        ("Sources:MinimumInterval", "00:15:00"),
        ("Articles:MaximumAge", "2.00:00:00"),
        ("Articles:FollowLinks", "false")));

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings) => SettingsValidator.Problems(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build());
}
