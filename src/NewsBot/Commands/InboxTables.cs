using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Storage;

namespace NewsBot.Commands;

internal static class InboxTables
{
    extension(NewsDb db)
    {
        public DbSet<InboxUpdate> InboxUpdates => db.Set<InboxUpdate>();
    }

    internal sealed class InboxUpdateTable : IEntityTypeConfiguration<InboxUpdate>
    {
        public void Configure(EntityTypeBuilder<InboxUpdate> builder)
        {
            builder.ToTable("InboxUpdates");
            builder.HasIndex(update => update.UpdateId).IsUnique();
            builder.HasIndex(update => new { update.HandledAt, update.Id });
        }
    }
}
