using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.BotApi.Webhooks;

namespace NewsBot.Tests.BotApi.Webhooks;

public sealed class WebhookSettingsValidatorTests
{
    private const string Public = "https://api.telegram.org";
    private const string Own = "http://127.0.0.1:8081";

    [Theory]
    [InlineData(Public, "https://news.example/telegram/webhook")]
    [InlineData(Public, "https://news.example:8443/telegram/webhook")]
    [InlineData(Public, "https://news.example/behind/a/proxy/telegram/webhook")]
    [InlineData(Own, "http://127.0.0.1:20001/telegram/webhook")]
    public void An_address_that_Telegram_can_post_to_passes(string apiUrl, string url) => Assert.Empty(Problems(apiUrl, url));

    [Theory]
    [InlineData(Public, "", "Telegram:WebhookUrl is empty")]
    [InlineData(Public, "news.example/telegram/webhook", "it should be a whole address")]
    [InlineData(Own, "ftp://news.example/telegram/webhook", "it should be a whole address")]
    [InlineData(Public, "http://news.example/telegram/webhook", "it should begin with https://")]
    [InlineData(Public, "https://news.example:8080/telegram/webhook", "443, 80, 88 or 8443")]
    [InlineData(Public, "https://news.example/", "it should end in /telegram/webhook")]
    [InlineData(Own, "http://127.0.0.1/telegram/webhook/", "it should end in /telegram/webhook")]
    [InlineData(Own, "http://127.0.0.1/telegram/webhook?a=b", "it should end in /telegram/webhook")]
    public void A_mistake_in_the_address_is_told_with_what_it_should_be(string apiUrl, string url, string expected)
    {
        var problem = Assert.Single(Problems(apiUrl, url));
        Assert.StartsWith("Telegram:WebhookUrl ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ключ")]
    [InlineData("line\n")]
    public void A_secret_of_other_characters_is_told_and_not_repeated(string secret)
    {
        var problem = Assert.Single(Problems(Public, "https://news.example/telegram/webhook", secret));
        Assert.StartsWith("Telegram:WebhookSecret should be 1 to 256 characters", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_secret_has_at_most_256_characters(int length, bool passes) =>
        Assert.Equal(passes, !Problems(Public, "https://news.example/telegram/webhook", new string('a', length)).Any());

    [Fact]
    public void Every_mistake_is_told_at_once_with_those_of_the_other_settings() => Assert.Equal(4, new TelegramOptionsValidator().Validate(
        null,
        new TelegramOptions { ApiUrl = "x", Updates = UpdateDelivery.Webhook, WebhookUrl = "/", WebhookSecret = "?" }).Failures!.Count());

    [Fact]
    public void While_updates_are_polled_the_webhook_may_be_anything() =>
        Assert.Empty(WebhookSettingsValidator.Problems(new TelegramOptions { WebhookUrl = "later", WebhookSecret = "?" }));

    private static IEnumerable<string> Problems(string apiUrl, string url, string secret = "") => WebhookSettingsValidator.Problems(
        new TelegramOptions { ApiUrl = apiUrl, Updates = UpdateDelivery.Webhook, WebhookUrl = url, WebhookSecret = secret });
}
