using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage;

/// <summary>
/// The store. It names no table: each folder configures the records that it owns beside them
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>) and reaches them by an extension property such as <c>db.Articles</c>.
/// </summary>
internal abstract class NewsDb : DbContext
{
    /// <summary>Saves in a transaction always, so that a single statement has its turn among the writers too.</summary>
    protected NewsDb(DbContextOptions options)
        : base(options) => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
}
