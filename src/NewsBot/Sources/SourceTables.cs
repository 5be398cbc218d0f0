using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Fetching;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.Sources;

internal static class SourceTables
{
    extension(NewsDb db)
    {
        public DbSet<Source> Sources => db.Set<Source>();

        public DbSet<Entry> Entries => db.Set<Entry>();

        public DbSet<HostBackoffEntry> HostPauses => db.Set<HostBackoffEntry>();

        public DbSet<DiscoveryRequest> Lookups => db.Set<DiscoveryRequest>();

        public DbSet<DiscoveredFeed> FoundFeeds => db.Set<DiscoveredFeed>();

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

    internal sealed class HostPauseTable : IEntityTypeConfiguration<HostBackoffEntry>
    {
        public void Configure(EntityTypeBuilder<HostBackoffEntry> builder)
        {
            builder.ToTable("HostPauses");
            builder.HasKey(pause => pause.Host);
        }
    }

    internal sealed class LookupTable : IEntityTypeConfiguration<DiscoveryRequest>
    {
        public void Configure(EntityTypeBuilder<DiscoveryRequest> builder)
        {
            builder.ToTable("Lookups");
            builder.HasIndex(lookup => lookup.DoneAt);
            builder.HasIndex(lookup => lookup.ChatId);
        }
    }

    internal sealed class FoundFeedTable : IEntityTypeConfiguration<DiscoveredFeed>
    {
        public void Configure(EntityTypeBuilder<DiscoveredFeed> builder)
        {
            builder.ToTable("FoundFeeds");
            builder.HasOne<DiscoveryRequest>().WithMany().HasForeignKey(found => found.LookupId).OnDelete(DeleteBehavior.Cascade);
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
            builder.HasIndex(entry => new { entry.SourceId, entry.LinkKey });
            builder.HasIndex(entry => new { entry.SourceId, entry.TitleKey });
            builder.HasIndex(entry => new { entry.State, entry.ReadAfter });
            builder.HasOne<Source>().WithMany().HasForeignKey(entry => entry.SourceId);
        }
    }
}
