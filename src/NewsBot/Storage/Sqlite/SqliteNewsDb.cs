using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage.Sqlite;

/// <summary>The store in one SQLite file, with its own set of migrations.</summary>
internal sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options);
