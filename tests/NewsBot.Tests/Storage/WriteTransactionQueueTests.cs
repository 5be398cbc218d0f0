using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Storage;

/// <summary>On the store as the service sets it up.</summary>
public sealed class WriteTransactionQueueTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");
    private readonly ServiceProvider services;

    public WriteTransactionQueueTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
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
        await using var first = await OpenAsync();
        var held = await first.Database.BeginTransactionAsync(Stop);
        var ahead = Task.Run(() => WriteAsync(), Stop); // Waits for SQLite, and the others wait behind it in the queue.
        await Eventually.HoldsAsync(() => services.GetRequiredService<WriteTransactionQueue>().IsWaiting);
        var waiting = isSingleSave ? SaveAsync() : SaveInTransactionAsync();
        var savedBefore = CountSavedAsync();

        await held.DisposeAsync();
        await Task.WhenAll(ahead, waiting);

        Assert.Equal(1, await savedBefore);
    }

    [Fact]
    public async Task A_store_that_another_program_holds_is_told_as_such()
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "newsbot.db")};Pooling=False");
        await other.OpenAsync(Stop);
        await using var held = other.BeginTransaction();
        await using var db = await OpenAsync();
        await db.Database.OpenConnectionAsync(Stop);
        await db.Database.ExecuteSqlAsync($"PRAGMA busy_timeout = 0", Stop);

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => db.Database.BeginTransactionAsync(Stop));

        Assert.Equal("The store is locked by another process.", StoreErrors.Describe(refusal));
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
            var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => inner.Database.BeginTransactionAsync(Stop));
            Assert.Equal("The store is busy with a long transaction of NewsBot's own.", StoreErrors.Describe(refusal));
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

    private async Task SaveInTransactionAsync()
    {
        await using var db = await OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        db.SendHolds.Add(new SendHold { ChatId = 1 });
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }

    /// <summary>How much was saved when the next write transaction had begun.</summary>
    private async Task<int> CountSavedAsync()
    {
        await using var db = await OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        return await db.SendHolds.CountAsync(Stop);
    }

    private async Task SaveAsync()
    {
        await using var db = await OpenAsync();
        db.SendHolds.Add(new SendHold { ChatId = 1 });
        await db.SaveChangesAsync(Stop);
    }
}
