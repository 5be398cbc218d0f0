using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

internal static class BroadcastTables
{
    extension(NewsDb db)
    {
        public DbSet<Broadcast> Broadcasts => db.Set<Broadcast>();
    }

    internal sealed class BroadcastTable : IEntityTypeConfiguration<Broadcast>
    {
        public void Configure(EntityTypeBuilder<Broadcast> builder)
        {
            builder.ToTable("Broadcasts");
            builder.Ignore(broadcast => broadcast.Admin);

            // Of two presses at once, or a press and a step, the later one fails, and is done again on what the first one left.
            builder.Property(broadcast => broadcast.State).IsConcurrencyToken();
            builder.Property(broadcast => broadcast.Id).ValueGeneratedNever();
            builder.HasOne<BroadcastContent>().WithOne().HasForeignKey<Broadcast>(broadcast => broadcast.Id);
            builder.HasIndex(broadcast => broadcast.State);
        }
    }
}
