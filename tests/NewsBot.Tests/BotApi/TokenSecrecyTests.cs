using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.BotApi;

public sealed class TokenSecrecyTests
{
    private const string Secret = "AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK";

    [Fact]
    public async Task No_span_and_no_log_line_holds_the_token_whatever_happens()
    {
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Enqueue(Printed(activity)),
        };
        ActivitySource.AddActivityListener(listener);

        List<string> lines = [];
        await using var fake = await FakeBotApi.StartAsync();
        foreach (var (address, answer) in Troubles(fake))
        {
            fake.Answer = answer;
            lines.AddRange(await LogsOf(address));
        }

        Assert.Contains(spans, span => span.Contains("telegram sendMessage", StringComparison.Ordinal) && span.Contains("telegram.outcome=Blocked", StringComparison.Ordinal));
        Assert.DoesNotContain(spans, span => span.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(spans, span => span.Contains("a word of the chat", StringComparison.Ordinal));
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Address, Func<Microsoft.AspNetCore.Http.HttpContext, string, int, Task> Answer)> Troubles(FakeBotApi fake)
    {
        yield return (fake.Address, (http, _, _) => FakeBotApi.Sent(http));
        yield return (fake.Address, (http, _, _) => FakeBotApi.Refuse(http, 403, "Forbidden: bot was blocked by the user"));
        yield return (fake.Address, (http, _, _) => FakeBotApi.Refuse(http, 401, $"Unauthorized: bot{FakeBotApi.Token} is unknown"));
        yield return (fake.Address, (http, _, _) => FakeBotApi.Refuse(http, 400, "Bad Request: can't parse entities: x"));
        yield return (fake.Address, (http, _, _) => FakeBotApi.Raw(http, 502, "text/html", $"<p>/bot{FakeBotApi.Token}/sendMessage</p>"));
        yield return (fake.Address, (http, _, _) => FakeBotApi.BreakOff(http));
        yield return (fake.Address, (http, _, _) => Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, http.RequestAborted));
        yield return ("http://127.0.0.1:1", (http, _, _) => FakeBotApi.Sent(http));
        yield return ("http://no-such-host.invalid", (http, _, _) => FakeBotApi.Sent(http));
    }

    private static async Task<IReadOnlyList<string>> LogsOf(string address)
    {
        await using var bot = new BotApiClient(address);
        var outcome = await bot.Messenger.SendAsync(new ChatAddress(5), MessageBuilder.Plain("a word of the chat"), CancellationToken.None);
        var answer = await bot.Get<UpdateRequests>().GetUpdatesAsync(null, CancellationToken.None);
        var trouble = UpdateSourceProblem.In(answer);
        var logger = bot.Get<ILogger<TokenSecrecyTests>>();
#pragma warning disable CA1848 // What another part of the service may write of these outcomes.
        logger.LogWarning("{Outcome} {Answer} {Trouble} {Token}", outcome, answer, trouble, bot.Get<BotToken>());
#pragma warning restore CA1848
        return bot.Logs.Lines;
    }

    private static string Printed(Activity activity) => string.Join(
        ' ',
        [activity.DisplayName, .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. activity.Events.SelectMany(activityEvent => activityEvent.Tags).Select(tag => $"{tag.Key}={tag.Value}")]);
}
