using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Support;

/// <summary>A real SQLite file in a temporary folder, deleted with it.</summary>
public sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");
    private readonly IReadOnlyList<IInterceptor> interceptors;

    /// <param name="interceptors">See every statement of every context.</param>
    public TemporaryStore(params IReadOnlyList<IInterceptor> interceptors)
    {
        this.interceptors = interceptors;
        using var db = Open();
        db.Database.EnsureCreated();
    }

    internal IDbContextFactory<NewsDb> Factory => new StoreFactory(this);

    internal NewsDb Open() => new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>()
        .UseSqlite($"Data Source={Path.Combine(folder.FullName, "newsbot.db")};Pooling=False").AddInterceptors(interceptors).Options);

    public void Dispose() => folder.Delete(recursive: true);

    private sealed class StoreFactory(TemporaryStore store) : IDbContextFactory<NewsDb>
    {
        public NewsDb CreateDbContext() => store.Open();
    }
}
