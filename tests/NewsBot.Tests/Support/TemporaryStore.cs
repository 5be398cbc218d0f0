using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Support;

/// <summary>A real SQLite file in a temporary folder, deleted with it.</summary>
public sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");

    public TemporaryStore()
    {
        using var db = Open();
        db.Database.EnsureCreated();
    }

    internal IDbContextFactory<NewsDb> Factory => new StoreFactory(this);

    internal NewsDb Open() => new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>()
        .UseSqlite($"Data Source={Path.Combine(folder.FullName, "newsbot.db")};Pooling=False").Options);

    public void Dispose() => folder.Delete(recursive: true);

    private sealed class StoreFactory(TemporaryStore store) : IDbContextFactory<NewsDb>
    {
        public NewsDb CreateDbContext() => store.Open();
    }
}
