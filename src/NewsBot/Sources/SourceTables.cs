using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Lists;
using NewsBot.Storage;

namespace NewsBot.Sources;

internal static class SourceTables
{
    extension(NewsDb db)
    {
        public DbSet<Source> Sources => db.Set<Source>();

        public DbSet<Entry> Entries => db.Set<Entry>();

        public DbSet<HostPause> HostPauses => db.Set<HostPause>();

        public DbSet<Lookup> Lookups => db.Set<Lookup>();

        public DbSet<FoundFeed> FoundFeeds => db.Set<FoundFeed>();

        public DbSet<SourceImport> SourceImports => db.Set<SourceImport>();
    }

    internal sealed class SourceTable : IEntityTypeConfiguration<Source>
    {
        public void Configure(EntityTypeBuilder<Source> builder)
        {
            builder.ToTable("Sources");
            builder.HasIndex(source => source.Address).IsUnique();
            builder.HasIndex(source => new { source.State, source.NextCheckAt });
            builder.HasIndex(source => source.Host);
            builder.HasIndex(source => source.ImportId);
        }
    }

    internal sealed class HostPauseTable : IEntityTypeConfiguration<HostPause>
    {
        public void Configure(EntityTypeBuilder<HostPause> builder)
        {
            builder.ToTable("HostPauses");
            builder.HasKey(pause => pause.Host);
        }
    }

    internal sealed class LookupTable : IEntityTypeConfiguration<Lookup>
    {
        public void Configure(EntityTypeBuilder<Lookup> builder)
        {
            builder.ToTable("Lookups");
            builder.HasIndex(lookup => lookup.DoneAt);
            builder.HasIndex(lookup => lookup.ChatId);
        }
    }

    internal sealed class FoundFeedTable : IEntityTypeConfiguration<FoundFeed>
    {
        public void Configure(EntityTypeBuilder<FoundFeed> builder)
        {
            builder.ToTable("FoundFeeds");
            builder.HasOne<Lookup>().WithMany().HasForeignKey(found => found.LookupId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class SourceImportTable : IEntityTypeConfiguration<SourceImport>
    {
        public void Configure(EntityTypeBuilder<SourceImport> builder)
        {
            builder.ToTable("SourceImports");
            builder.HasIndex(import => import.DoneAt);
        }
    }

    internal sealed class EntryTable : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> builder)
        {
            builder.ToTable("Entries");
            builder.HasIndex(entry => new { entry.SourceId, entry.Identity }).IsUnique();
            builder.HasIndex(entry => new { entry.State, entry.ReadAfter });
            builder.HasOne<Source>().WithMany().HasForeignKey(entry => entry.SourceId);
        }
    }
}
