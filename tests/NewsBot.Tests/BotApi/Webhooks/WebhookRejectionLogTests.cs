using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi.Webhooks;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi.Webhooks;

public sealed class WebhookRejectionLogTests
{
    [Fact]
    public void The_first_is_told_at_once_and_a_flood_once_an_hour_with_its_number()
    {
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        var time = new FakeTimeProvider();
        var refusals = new WebhookRejectionLog(time, factory.CreateLogger<WebhookRejectionLog>());

        for (var post = 0; post < 1000; post++)
        {
            refusals.Add();
        }

        Assert.StartsWith("1 posts", Assert.Single(logs.At(LogLevel.Warning)), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromHours(1));
        refusals.Add();
        Assert.StartsWith("1000 posts", logs.At(LogLevel.Warning)[1], StringComparison.Ordinal);
    }
}
