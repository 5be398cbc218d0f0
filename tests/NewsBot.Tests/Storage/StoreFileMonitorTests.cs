using Microsoft.EntityFrameworkCore;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Storage;

public sealed class StoreFileMonitorTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly StoreFileMonitor monitor = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_store_that_grows_is_well()
    {
        Assert.Null(await ProblemAsync());
        await FillAsync();
        Assert.Null(await ProblemAsync());
    }

    [Fact]
    public async Task A_store_that_was_cut_short_is_told()
    {
        await FillAsync();
        Assert.Null(await ProblemAsync());
        await using (var file = File.OpenWrite(await PathAsync()))
        {
            file.SetLength(file.Length - 8192);
        }

        Assert.Contains("was cut short", await ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_compacted_by_hand_is_well()
    {
        await FillAsync();
        Assert.Null(await ProblemAsync());
        await using (var db = store.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE Notes; VACUUM", Stop);
        }

        Assert.Null(await ProblemAsync());
    }

    [Fact]
    public async Task A_store_that_was_deleted_is_told()
    {
        File.Delete(await PathAsync());
        Assert.Contains("its file is missing", await ProblemAsync(), StringComparison.Ordinal);
    }

    private async Task<string?> ProblemAsync()
    {
        await using var db = store.Open();
        return await monitor.ProblemAsync(db, Stop);
    }

    private async Task<string> PathAsync()
    {
        await using var db = store.Open();
        return db.Database.GetDbConnection().DataSource;
    }

    private async Task FillAsync()
    {
        await using var db = store.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Notes (Text BLOB); INSERT INTO Notes VALUES (randomblob(200000))", Stop);
    }
}
