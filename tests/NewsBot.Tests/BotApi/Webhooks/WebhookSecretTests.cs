using Microsoft.Extensions.Options;
using NewsBot.BotApi;
using NewsBot.BotApi.Webhooks;

namespace NewsBot.Tests.BotApi.Webhooks;

public sealed class WebhookSecretTests
{
    private const string OtherToken = "4839574812:BBFD39kkdpWt3ywyRZergyOLMaJhac60qcK";

    [Fact]
    public void One_that_is_set_is_taken_as_it_is()
    {
        var secret = Of(FakeBotApi.Token, "s3cret");
        Assert.Equal("s3cret", secret.Value);
        Assert.True(secret.Is("s3cret"));
        Assert.All(["", "s3cre", "s3crets", "S3CRET", "s3cret,s3cret"], given => Assert.False(secret.Is(given)));
    }

    [Fact]
    public void Without_one_the_token_makes_one_that_stays_the_same_and_does_not_show_the_token()
    {
        var secret = Of(FakeBotApi.Token);
        Assert.Matches("^[0-9a-f]{64}$", secret.Value);
        Assert.Equal(secret.Value, Of(FakeBotApi.Token).Value);
        Assert.NotEqual(secret.Value, Of(OtherToken).Value);
        Assert.False(secret.Is(""));
        Assert.DoesNotContain(secret.Value, $"{secret}", StringComparison.Ordinal);
    }

    private static WebhookSecret Of(string token, string chosen = "")
    {
        var options = new TelegramOptions { Token = token, WebhookSecret = chosen };
        return new WebhookSecret(BotToken.Read(options, out _)!, Options.Create(options));
    }
}
