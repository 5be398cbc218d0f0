using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Telemetry;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Telemetry;

public sealed class TokenRedactionTests
{
    private const string Token = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK";

    [Theory]
    [InlineData("POST https://api.telegram.org/bot" + Token + "/sendMessage", "POST https://api.telegram.org/bot[token]/sendMessage")]
    [InlineData("https://api.telegram.org/file/bot" + Token + "/a.jpg", "https://api.telegram.org/file/bot[token]/a.jpg")]
    [InlineData("/bot4839574812%3AAAFD39kkdpWt3ywyRZergyOLMaJhac60qcK/getMe", "/bot[token]/getMe")]
    [InlineData("cut: /bot4839574812:AAF", "cut: /bot[token]")]
    [InlineData("Token=" + Token + ";", "Token=[token];")]
    public void A_token_is_replaced(string text, string expected) => Assert.Equal(expected, TokenRedaction.Redact(text));

    [Theory]
    [InlineData("at 12:30:45 on host:8080, http://127.0.0.1:8080/metrics")]
    [InlineData("robots read 3:4")]
    public void Other_text_stays(string text) => Assert.Equal(text, TokenRedaction.Redact(text));

    [Fact]
    public void No_logger_of_the_process_gets_to_print_one()
    {
        using var logs = new CapturedLogs();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddTokenRedaction();
        using var provider = services.BuildServiceProvider();
        var logger = provider.GetRequiredService<ILogger<TokenRedactionTests>>();
        var address = new Uri($"https://api.telegram.org/bot{Token}/getMe");
#pragma warning disable CA1848, CA2254 // Written as carelessly as a library might.
        logger.LogWarning("asked {Address}", address);
        logger.LogError(new InvalidOperationException($"no answer from {address}"), "failed");
        logger.LogInformation("Started {Count} loops", 3);
#pragma warning restore CA1848, CA2254
        Assert.DoesNotContain(logs.Lines, line => line.Contains("AAFD39", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains("asked https://api.telegram.org/bot[token]/getMe", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains("no answer from https://api.telegram.org/bot[token]/getMe", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.StartsWith("Started 3 loops | 3", StringComparison.Ordinal));
    }
}
