using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Support;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly TemporaryStore store = new();
    private readonly SettableClock time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly HttpClient client = new(new SocketsHttpHandler());
    private WebApplication application = null!;
    private SteppedWorker worker = null!;
    private ILoggerProvider? logger;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task A_worker_that_waits_is_idle_for_until_its_poll_interval_is_over()
    {
        await StartAsync();
        worker.EndRound();
        await Eventually.HoldsAsync(() => worker.Waits == 1);
        time.Advance(SteppedWorker.Longest);

        var (status, readiness) = await AskAsync();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(new Readiness("ready", "reachable", readiness.Loops), readiness);
        Assert.Equal(new WorkerHealth(nameof(SteppedWorker), WorkerState.Idle, time.GetUtcNow() - SteppedWorker.Longest, null), Assert.Single(readiness.Loops));
    }

    [Fact]
    public async Task A_worker_that_waits_for_much_longer_than_its_poll_interval_is_stuck()
    {
        await StartAsync();
        worker.EndRound();
        await Eventually.HoldsAsync(() => worker.Waits == 1);
        time.Advance(SteppedWorker.Longest + TimeSpan.FromMinutes(1));

        await IsAsync(WorkerState.Stuck, "waiting since 2026-09-01 12:00:00Z");
        worker.EndWait();
        await Eventually.HoldsAsync(() => worker.Rounds == 2);
        await IsAsync(WorkerState.Working);
    }

    [Fact]
    public async Task A_round_that_hangs_is_stuck_and_one_that_gets_on_is_not()
    {
        await StartAsync();
        time.Advance(SteppedWorker.Silence);
        await IsAsync(WorkerState.Working);
        worker.FinishAPart();
        time.Advance(SteppedWorker.Silence);
        await IsAsync(WorkerState.Working);

        time.Advance(TimeSpan.FromMinutes(1));
        await IsAsync(WorkerState.Stuck, "at the same piece of work since 2026-09-01 12:03:00Z");
        worker.EndRound();
        await Eventually.HoldsAsync(() => worker.Waits == 1);
        await IsAsync(WorkerState.Idle);
    }

    [Fact]
    public async Task A_worker_that_waits_for_another_is_idle_for_ever()
    {
        await StartAsync();
        var other = new TaskCompletionSource<bool>();
        worker.WaitForAnother(other.Task);
        time.Advance(TimeSpan.FromDays(1));
        await IsAsync(WorkerState.Idle);
        other.SetResult(true);
        await IsAsync(WorkerState.Working);
    }

    [Fact]
    public async Task A_worker_that_fails_says_why_until_a_round_goes_well()
    {
        await StartAsync();
        for (var round = 1; round <= 3; round++)
        {
            worker.FailRound(new IOException("The disk is full."));
            await Eventually.HoldsAsync(() => application.Services.GetRequiredService<Heartbeats>().Last(worker.Name)!.RoundFailed);
            await AdvanceUntilAsync(() => worker.Rounds == round + 1);
            await IsAsync(WorkerState.Failing, "The disk is full.");
        }

        var failing = Assert.Single((await AskAsync()).Readiness.Loops);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero), failing.Since);
        worker.EndRound();
        await Eventually.HoldsAsync(() => worker.Waits == 1);
        await IsAsync(WorkerState.Idle);
    }

    [Fact]
    public async Task A_failure_shows_no_token()
    {
        await StartAsync();
        worker.FailRound(new IOException("No answer from http://telegram.example/bot123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc/getMe"));
        await AdvanceUntilAsync(() => worker.Rounds == 2);
        await IsAsync(WorkerState.Failing, "/bot[token]/getMe");
    }

    [Fact]
    public async Task A_worker_that_has_not_begun_is_not_ready()
    {
        await StartAsync(started: false);
        await IsAsync(WorkerState.Starting, "has not begun");
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await AskWhetherAliveAsync());
    }

    [Fact]
    public async Task The_process_is_alive_whatever_its_workers_do_until_one_of_them_has_ended_for_good()
    {
        logger = new BrokenLogger();
        await StartAsync();
        time.Advance(TimeSpan.FromDays(1));
        await IsAsync(WorkerState.Stuck, "");
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await AskWhetherAliveAsync());

        worker.FailRound(new IOException("The disk is full."));
        await Eventually.HoldsAsync(() => worker.ExecuteTask!.IsCompleted);
        var (status, body) = await AskWhetherAliveAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("SteppedWorker: It has ended for good", body, StringComparison.Ordinal);
        await IsAsync(WorkerState.Ended, "restart NewsBot");
    }

    [Fact]
    public async Task A_clock_that_jumps_a_year_ahead_makes_no_worker_stuck_and_one_set_back_hides_none()
    {
        await StartAsync();
        worker.EndRound();
        await Eventually.HoldsAsync(() => worker.Waits == 1);

        time.Jump(TimeSpan.FromDays(365));
        await IsAsync(WorkerState.Idle);

        time.Jump(TimeSpan.FromDays(-365));
        time.Advance(SteppedWorker.Longest + TimeSpan.FromMinutes(1));
        await IsAsync(WorkerState.Stuck, "waiting since");
    }

    [Fact]
    public async Task A_store_whose_file_was_emptied_is_told()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync()).Status);
        await using (var db = store.Open())
        {
            await File.WriteAllBytesAsync(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource, [], Stop);
        }

        var (status, readiness) = await AskAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unready"), (status, readiness.Status));
        Assert.Contains("shrunk to 0 bytes", readiness.Store, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_told()
    {
        await StartAsync();
        await using (var db = store.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Sources RENAME TO Away", Stop);
        }

        var (status, readiness) = await AskAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unready"), (status, readiness.Status));
        Assert.StartsWith("The store cannot be read: ", readiness.Store, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_whose_file_is_gone_is_told()
    {
        await StartAsync();
        await using (var db = store.Open())
        {
            File.Delete(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        }

        var (status, readiness) = await AskAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unready"), (status, readiness.Status));
        Assert.Contains("its file is missing", readiness.Store, StringComparison.Ordinal);
    }

    /// <summary>Starts the endpoints with one worker, which is in its first round then.</summary>
    private async Task StartAsync(bool started = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore().AddLogging();
        if (logger is not null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.None).AddFilter(typeof(Worker).FullName, LogLevel.Trace).AddProvider(logger);
        }

        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(store.Factory);
        builder.Services.AddSingleton<Heartbeats>();
        builder.Services.AddSingleton(provider => new WorkerContext(
            started ? provider.GetRequiredService<IHostApplicationLifetime>() : new NeverStarted(),
            provider.GetRequiredService<Heartbeats>(),
            time,
            provider.GetRequiredService<ILogger<Worker>>()));
        builder.Services.AddSingleton<StoreFileMonitor>();
        builder.Services.AddWorker<SteppedWorker>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>(StoreHealthCheck.Name);
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        application = builder.Build();
        application.MapHealth();
        application.Urls.Add("http://127.0.0.1:0");
        await application.StartAsync(Stop);
        client.BaseAddress = new Uri(application.Urls.Single());
        worker = application.Services.GetServices<IHostedService>().OfType<SteppedWorker>().Single();
        await Eventually.HoldsAsync(() => !started || worker.Rounds == 1);
    }

    private async Task IsAsync(WorkerState state, string? why = null)
    {
        var isWell = state is WorkerState.Idle or WorkerState.Working;
        var (status, readiness) = await AskAsync();
        var only = Assert.Single(readiness.Loops);
        Assert.Equal((state, isWell ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable), (only.State, status));
        Assert.Equal(isWell ? "ready" : "unready", readiness.Status);
        Assert.Equal(why is null, only.Why is null);
        Assert.Contains(why ?? "", only.Why ?? "", StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, Readiness Readiness)> AskAsync()
    {
        using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative), Stop);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync(HealthJson.Default.Readiness, Stop))!);
    }

    private async Task<(HttpStatusCode Status, string Body)> AskWhetherAliveAsync()
    {
        using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return condition();
    });

    private sealed class NeverStarted : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }

    /// <summary>A log that cannot be written while a failure is told: a way for a worker to end that nobody foresaw.</summary>
    private sealed class BrokenLogger : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("The log cannot be written.");

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
