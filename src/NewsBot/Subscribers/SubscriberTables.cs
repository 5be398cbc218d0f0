using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Subscribers;

internal static class SubscriberTables
{
    extension(NewsDb db)
    {
        public DbSet<Subscriber> Subscribers => db.Set<Subscriber>();

        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();
    }

    internal sealed class SubscriberTable : IEntityTypeConfiguration<Subscriber>
    {
        public void Configure(EntityTypeBuilder<Subscriber> builder)
        {
            builder.ToTable("Subscribers");
            builder.HasIndex(subscriber => new { subscriber.ChatId, subscriber.ThreadId }).IsUnique();
            builder.HasIndex(subscriber => subscriber.PausedUntil);
            builder.Ignore(subscriber => subscriber.Address);
        }
    }

    internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
    {
        public void Configure(EntityTypeBuilder<Subscription> builder)
        {
            builder.ToTable("Subscriptions");
            builder.HasIndex(subscription => new { subscription.SubscriberId, subscription.TopicId }).IsUnique();

            // Fan-out walks the followers of a topic by subscriber id.
            builder.HasIndex(subscription => new { subscription.TopicId, subscription.SubscriberId });
            builder.HasIndex(subscription => subscription.PausedUntil);
            builder.HasIndex(subscription => subscription.TopicId).HasFilter("\"PushesPerHour\" IS NOT NULL");
            builder.HasOne<Subscriber>().WithMany().HasForeignKey(subscription => subscription.SubscriberId);
            builder.HasOne<Topic>().WithMany().HasForeignKey(subscription => subscription.TopicId);
        }
    }
}
