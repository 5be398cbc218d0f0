using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage;

/// <summary>
/// The store. It names no table: each folder configures the records that it owns beside them
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>) and reaches them by an extension property such as <c>db.Articles</c>.
/// </summary>
internal abstract class NewsDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
}
