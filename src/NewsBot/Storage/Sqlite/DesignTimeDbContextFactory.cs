using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsBot.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteNewsDb</c> build the model without starting the service.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<SqliteNewsDb>
{
    public SqliteNewsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite("Data Source=:memory:").Options);
}
