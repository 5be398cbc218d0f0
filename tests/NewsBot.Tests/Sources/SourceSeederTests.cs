using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources;

public sealed class SourceSeederTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly CapturedLogs logs = new();
    private readonly FakeTimeProvider time = new();

    public void Dispose()
    {
        store.Dispose();
        logs.Dispose();
    }

    [Fact]
    public async Task An_empty_store_is_filled_once_from_the_starter_list()
    {
        await SeedAsync();
        var filled = await AddressesAsync();
        await using (var db = store.Open())
        {
            await db.Sources.Where(source => source.Address != filled[0]).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        await SeedAsync();

        Assert.InRange(filled.Count, 15, 60);
        Assert.Equal([filled[0]], await AddressesAsync());
    }

    [Fact]
    public async Task Configured_feeds_take_the_place_of_the_starter_list()
    {
        await SeedAsync("https://one.example/feed", "HTTPS://ONE.example/feed", "ftp://two.example/", "three");
        await SeedAsync("https://one.example/feed", "https://four.example");

        Assert.Equal(["https://one.example/feed", "https://four.example/"], await AddressesAsync());
        Assert.Equal(2, logs.At(Microsoft.Extensions.Logging.LogLevel.Error).Count);
    }

    private Task SeedAsync(params string[] feeds) =>
        new SourceSeeder(store.Factory, Some.Options(options => options.Feeds = [.. feeds]), time, logs.For<SourceSeeder>())
            .SeedAsync(TestContext.Current.CancellationToken);

    private async Task<List<string>> AddressesAsync()
    {
        await using var db = store.Open();
        return await db.Sources.OrderBy(source => source.Id).Select(source => source.Address).ToListAsync(TestContext.Current.CancellationToken);
    }
}
