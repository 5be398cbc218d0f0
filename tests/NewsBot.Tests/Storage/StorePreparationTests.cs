using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Storage;

/// <summary>The store at a start, as the service sets it up.</summary>
public sealed class StorePreparationTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");

    private string Store => Path.Combine(folder.FullName, "data", "newsbot.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_store_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await using (await StartAsync())
        {
            Write("CREATE TABLE Notes (Text TEXT)");
            Assert.All(Directory.GetFiles(Path.GetDirectoryName(Store)!), file => Assert.Equal(OwnerOnly, new FileInfo(file).UnixFileMode));
        }
    }

    [Fact]
    public async Task An_older_store_that_others_could_read_is_its_owners_alone_after_a_start()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await (await StartAsync()).DisposeAsync();
        File.SetUnixFileMode(Store, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await (await StartAsync()).DisposeAsync();

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Store));
    }

    [Fact]
    public async Task A_second_service_is_refused_in_a_sentence_until_the_first_has_ended()
    {
        await using (await StartAsync())
        {
            Assert.StartsWith($"Another NewsBot uses the store {Store}: stop it first", await RefusalAsync(), StringComparison.Ordinal);
        }

        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_command_that_may_run_beside_the_service_uses_the_store_as_it_is()
    {
        await using var service = await StartAsync();
        await using var beside = Services();
        await beside.GetRequiredService<StorePreparation>().PrepareBesideServiceAsync();
        Assert.True(File.Exists(Store));
    }

    [Theory]
    [InlineData(true, "is gone")]
    [InlineData(false, "is empty")]
    public async Task A_store_that_vanished_or_was_emptied_is_no_new_one(bool isDeleted, string said)
    {
        await (await StartAsync()).DisposeAsync();
        if (isDeleted)
        {
            File.Delete(Store);
        }
        else
        {
            await File.WriteAllBytesAsync(Store, []);
        }

        var refusal = await RefusalAsync();

        Assert.Contains(said, refusal, StringComparison.Ordinal);
        Assert.Contains($"delete {Store}.lock to begin with an empty store", refusal, StringComparison.Ordinal);
        File.Delete($"{Store}.lock");
        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_store_that_was_cut_short_is_told_with_both_sizes()
    {
        await (await StartAsync()).DisposeAsync();
        var size = new FileInfo(Store).Length;
        await using (var file = File.OpenWrite(Store))
        {
            file.SetLength(size / 2);
        }

        Assert.Contains($"it has {size / 2} bytes and should have {size}", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_with_damage_that_no_start_would_meet_is_told()
    {
        await using (await StartAsync())
        {
            Write("CREATE TABLE Notes (Text TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO Notes SELECT hex(randomblob(50)) FROM n; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using (var file = File.OpenWrite(Store))
        {
            file.Position = file.Length - (100 * 4096);
            await file.WriteAsync(new byte[4096]);
        }

        Assert.StartsWith("The store is damaged", await RefusalAsync(), StringComparison.Ordinal);
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={Store};Pooling=False")]).Build())
        .AddStorage()
        .BuildServiceProvider();

    private async Task<ServiceProvider> StartAsync()
    {
        var services = Services();
        await services.GetRequiredService<StorePreparation>().PrepareAsync();
        return services;
    }

    /// <summary>What a start says that cannot use the store.</summary>
    private async Task<string> RefusalAsync()
    {
        await using var services = Services();
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<StorePreparation>().PrepareAsync());
        return StoreErrors.DescribeAtStart(exception)!;
    }

    private void Write(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
