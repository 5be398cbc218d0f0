namespace NewsBot.EndToEnd.Tests;

/// <summary>A store that cannot be used at the start is told in one sentence.</summary>
public sealed class UnusableStoreTests : IDisposable
{
    private readonly CancellationToken limit = new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-unusable-store-");

    private string StoreFile => Path.Combine(folder.FullName, "newsbot.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_is_no_database_is_called_damaged()
    {
        await File.WriteAllTextAsync(StoreFile, string.Concat(Enumerable.Repeat("This is no database. ", 500)), limit);
        await EndsAsync($"Data Source={StoreFile}", "The store is damaged");
    }

    [Fact]
    public async Task A_store_with_a_torn_page_is_called_damaged()
    {
        await MigratesAsync();
        await using (var file = File.OpenWrite(StoreFile))
        {
            file.Position = 100;
            await file.WriteAsync(new byte[8000], limit);
        }

        await EndsAsync($"Data Source={StoreFile}", "The store is damaged");
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told()
    {
        File.CreateSymbolicLink(StoreFile, Path.Combine(folder.FullName, "gone", "newsbot.db"));
        await EndsAsync($"Data Source={StoreFile}", "The store cannot be opened");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(StoreFile, "", limit);
        await EndsAsync($"Data Source={Path.Combine(StoreFile, "newsbot.db")}", StoreFile);
    }

    [Fact]
    public async Task A_store_without_permission_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Whoever runs this may read and write everything.");
            return;
        }

        await MigratesAsync();
        File.SetUnixFileMode(StoreFile, UnixFileMode.None);
        await EndsAsync($"Data Source={StoreFile}", "The store cannot be opened");
    }

    [Fact]
    public async Task A_store_that_is_locked_is_told()
    {
        await MigratesAsync();
        await using var other = await new StoreFile(StoreFile, limit).OpenAsync();
        await using var held = other.BeginTransaction();
        await EndsAsync($"Data Source={StoreFile}", "The store is locked by another process");
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_hold_up_the_next_start()
    {
        await MigratesAsync();
        await new StoreFile(StoreFile, limit).DoAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);
        await MigratesAsync();
    }

    private async Task MigratesAsync()
    {
        using var bot = Start("migrate", $"Data Source={StoreFile}");
        Assert.Equal(0, await bot.ExitAsync(limit));
    }

    private async Task EndsAsync(string store, string why)
    {
        using var bot = Start("run", store);
        Assert.Equal(1, await bot.ExitAsync(limit));
        Assert.Contains(why, Assert.Single(bot.Printed.Split('\n')), StringComparison.Ordinal);
    }

    private static BotProcess Start(string command, string store) => BotProcess.Start([command], new Dictionary<string, string?>
    {
        ["Telegram:Token"] = "1:sandbox-token-that-no-Telegram-is-asked-about",
        ["Telegram:ApiUrl"] = "http://127.0.0.1:9",
        ["Storage:ConnectionString"] = store,
    });
}
