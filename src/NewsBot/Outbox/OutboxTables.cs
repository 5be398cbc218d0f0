using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Outbox;

internal static class OutboxTables
{
    extension(NewsDb db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<PushContent> Wordings => db.Set<PushContent>();

        public DbSet<BroadcastContent> Announcements => db.Set<BroadcastContent>();

        public DbSet<DeliveryCount> DeliveryCounts => db.Set<DeliveryCount>();

        public DbSet<SendHold> SendHolds => db.Set<SendHold>();

        public DbSet<StoryEdit> StoryEdits => db.Set<StoryEdit>();

        public DbSet<PushRestriction> PushRestrictions => db.Set<PushRestriction>();
    }

    internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> builder)
        {
            builder.ToTable("Deliveries");
            builder.Ignore(delivery => delivery.Address);
            builder.Ignore(delivery => delivery.IsEdit);
            builder.HasIndex(delivery => new
            {
                delivery.ChatId,
                delivery.ThreadId,
                delivery.Lane,
                delivery.CarriedId,
                delivery.Part,
            }).IsUnique();

            builder.Property(delivery => delivery.Expires).HasDefaultValue(Delivery.NoExpiry);

            // What waits, by chat, each in its order, and until when without a look at the rows; what is on its way; and what can be forgotten.
            builder.HasIndex(delivery => new { delivery.Lane, delivery.ChatId, delivery.Id, delivery.Expires }).HasFilter("\"State\" = 0");
            builder.HasIndex(delivery => delivery.State).HasFilter("\"State\" = 1");
            builder.HasIndex(delivery => delivery.FinishedAt).HasFilter("\"FinishedAt\" IS NOT NULL");

            // What waits of one broadcast, in its order; and how many of its deliveries ended how.
            builder.HasIndex(delivery => new { delivery.CarriedId, delivery.State, delivery.Id }).HasFilter("\"Lane\" = 3");
            builder.HasIndex(delivery => delivery.WordingId);
        }
    }

    internal sealed class WordingTable : IEntityTypeConfiguration<PushContent>
    {
        public void Configure(EntityTypeBuilder<PushContent> builder)
        {
            builder.ToTable("Wordings");
            builder.HasIndex(wording => new { wording.StoryId, wording.TopicId, wording.Development }).IsUnique();
        }
    }

    internal sealed class StoryEditTable : IEntityTypeConfiguration<StoryEdit>
    {
        public void Configure(EntityTypeBuilder<StoryEdit> builder)
        {
            builder.ToTable("StoryEdits");
            builder.HasKey(edit => edit.StoryId);
            builder.Property(edit => edit.StoryId).ValueGeneratedNever();
            builder.HasIndex(edit => edit.Due);
        }
    }

    internal sealed class AnnouncementTable : IEntityTypeConfiguration<BroadcastContent>
    {
        public void Configure(EntityTypeBuilder<BroadcastContent> builder)
        {
            builder.ToTable("Announcements");
            builder.HasIndex(announcement => announcement.IsOpen).HasFilter("\"IsOpen\" = 1");
        }
    }

    internal sealed class DeliveryCountTable : IEntityTypeConfiguration<DeliveryCount>
    {
        public void Configure(EntityTypeBuilder<DeliveryCount> builder)
        {
            builder.ToTable("DeliveryCounts");
            builder.HasKey(count => new { count.Day, count.Lane, count.CarriedId, count.State });
            builder.HasIndex(count => count.CarriedId).HasFilter("\"Lane\" = 3");
        }
    }

    internal sealed class PushRestrictionTable : IEntityTypeConfiguration<PushRestriction>
    {
        public void Configure(EntityTypeBuilder<PushRestriction> builder)
        {
            builder.ToTable("PushRestrictions");
            builder.HasKey(restriction => new { restriction.ChatId, restriction.ThreadId });
        }
    }

    internal sealed class SendHoldTable : IEntityTypeConfiguration<SendHold>
    {
        public void Configure(EntityTypeBuilder<SendHold> builder)
        {
            builder.ToTable("SendHolds");
            builder.HasKey(hold => hold.ChatId);
            builder.Property(hold => hold.ChatId).ValueGeneratedNever();
        }
    }
}
