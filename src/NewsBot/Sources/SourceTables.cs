using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Sources.Fetching;
using NewsBot.Storage;

namespace NewsBot.Sources;

internal static class SourceTables
{
    extension(NewsDb db)
    {
        public DbSet<Source> Sources => db.Set<Source>();

        public DbSet<Entry> Entries => db.Set<Entry>();

        public DbSet<HostPause> HostPauses => db.Set<HostPause>();
    }

    internal sealed class SourceTable : IEntityTypeConfiguration<Source>
    {
        public void Configure(EntityTypeBuilder<Source> builder)
        {
            builder.ToTable("Sources");
            builder.HasIndex(source => source.Address).IsUnique();
            builder.HasIndex(source => new { source.State, source.NextCheckAt });
            builder.HasIndex(source => source.Host);
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
