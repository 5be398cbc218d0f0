using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.CommandLine;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

public sealed class TokenSecrecyTests
{
    [Theory]
    [InlineData(UpdatesBy.Polling)]
    [InlineData(UpdatesBy.Webhook)]
    public async Task No_log_line_and_no_span_of_a_whole_run_holds_the_token_or_the_secret_of_the_webhook(UpdatesBy updates)
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var spans = new CapturedSpans();
        using var logs = new CapturedLogs();
        await using (var bot = await StartInThisProcessAsync(world, logs))
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            foreach (var kind in (FaultKind[])[FaultKind.DropBefore, FaultKind.BadGateway, FaultKind.TruncatedBody])
            {
                await world.Sandbox.Client.AddFaultAsync(new Fault(kind, "getUpdates"), world.Limit);
            }

            var item = NewsItem.About("NATO", "nato-school");
            world.Newsroom.Publish(item);
            await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
            await bot.StopAsync(world.Limit);
        }

        Assert.NotEmpty(logs.Lines);
        Assert.NotEmpty(spans.Texts);
        foreach (var secret in (string[])[new SandboxOptions().Token.Split(':')[1], EndToEnd.WebhookSecret])
        {
            Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(spans.Texts, text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static async Task<WebApplication> StartInThisProcessAsync(EndToEnd world, ILoggerProvider logs)
    {
        var builder = ServiceHost.Builder(new Dictionary<string, string?>(world.Settings)
        {
            ["Storage:ConnectionString"] = $"Data Source={world.StoreFile};Pooling=False",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
            ["Logging:LogLevel:System"] = "Trace",
        });
        builder.Logging.ClearProviders().AddProvider(logs);
        var application = ServiceHost.Build(builder);
        application.Urls.Add(world.BotAddress.ToString());
        await ServiceHost.PrepareAsync(application.Services);
        await application.StartAsync(world.Limit);
        await world.Newsroom.PolledAsync(2, world.Limit);
        return application;
    }

    private sealed class CapturedLogs : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? [])} {exception}");

        public void Dispose()
        {
            // Holds nothing but memory.
        }
    }

    private sealed class CapturedSpans : IDisposable
    {
        private readonly ConcurrentQueue<string> texts = new();
        private readonly ActivityListener listener;

        public CapturedSpans()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Keep,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<string> Texts => [.. texts];

        public void Dispose() => listener.Dispose();

        /// <summary>The Sandbox in this process is Telegram's side, which has the token in its address; only the bot's own spans count.</summary>
        private void Keep(Activity activity)
        {
            if (activity.Source.Name != "Microsoft.AspNetCore")
            {
                texts.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(activityEvent => activityEvent.Tags))}");
            }
        }
    }
}
