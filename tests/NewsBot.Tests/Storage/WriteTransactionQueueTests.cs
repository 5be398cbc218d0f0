using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Tests.Storage;

/// <summary>On the store as the service sets it up.</summary>
public sealed class WriteTransactionQueueTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");
    private readonly ServiceProvider services;

    public WriteTransactionQueueTests() => services = new ServiceCollection()
        .Configure<StorageOptions>(options => options.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "newsbot.db")};Pooling=False")
        .AddStorage()
        .BuildServiceProvider();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.EnsureCreatedAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_ends_a_transaction_and_begins_the_next_at_once_does_not_overtake_who_waits(bool isSingleSave)
    {
        const int Rounds = 60;
        var round = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); // Else the waiting one blocks the thread of the other.
        var greedy = Task.Run(
            async () =>
            {
                for (; round < Rounds; Interlocked.Increment(ref round))
                {
                    await using var db = await OpenAsync();
                    await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                    begun.TrySetResult();
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
                    await transaction.CommitAsync(Stop);
                }
            },
            Stop);
        await begun.Task;
        var before = Volatile.Read(ref round);
        await (isSingleSave ? SaveAsync() : WriteAsync());
        var after = Volatile.Read(ref round);
        await greedy;
        Assert.InRange(after - before, 0, Rounds / 2);
    }

    [Fact]
    public async Task Who_waits_can_be_called_off_and_the_next_one_has_the_turn()
    {
        await using var holder = await OpenAsync();
        var held = await holder.Database.BeginTransactionAsync(Stop);
        using var calledOff = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = Enumerable.Range(0, 3).Select(_ => Task.Run(() => WriteAsync(calledOff.Token), Stop)).ToList();
        var next = Task.Run(() => WriteAsync(), Stop);
        await calledOff.CancelAsync();
        await held.DisposeAsync();
        await next;
        await Task.WhenAll(waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await WriteAsync();
    }

    [Fact]
    public async Task One_that_cannot_begin_within_another_and_one_that_is_forgotten_keep_no_turn()
    {
        await using (var outer = await OpenAsync())
        {
            await outer.Database.BeginTransactionAsync(Stop);
            await using var inner = await OpenAsync();
            await inner.Database.OpenConnectionAsync(Stop);
            await inner.Database.ExecuteSqlAsync($"PRAGMA busy_timeout = 0", Stop);
            await Assert.ThrowsAsync<SqliteException>(() => inner.Database.BeginTransactionAsync(Stop));
        }

        await WriteAsync();
    }

    private Task<NewsDb> OpenAsync() => services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync(Stop);

    private async Task WriteAsync(CancellationToken? stop = null)
    {
        await using var db = await OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(stop ?? Stop);
        await transaction.CommitAsync(Stop);
    }

    private async Task SaveAsync()
    {
        await using var db = await OpenAsync();
        db.SendHolds.Add(new SendHold { ChatId = 1 });
        await db.SaveChangesAsync(Stop);
    }
}
