using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Articles;
using NewsBot.Storage;

namespace NewsBot.Topics;

internal static class TopicTables
{
    extension(NewsDb db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<Match> Matches => db.Set<Match>();
    }

    internal sealed class TopicTable : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder)
        {
            builder.ToTable("Topics");
            builder.HasIndex(topic => topic.Query).IsUnique();
        }
    }

    internal sealed class MatchTable : IEntityTypeConfiguration<Match>
    {
        public void Configure(EntityTypeBuilder<Match> builder)
        {
            builder.ToTable("Matches");
            builder.HasIndex(match => new { match.ArticleId, match.TopicId }).IsUnique();
            builder.HasIndex(match => new { match.TopicId, match.CreatedAt });
            builder.HasIndex(match => new { match.FannedOutAt, match.Id });
            builder.HasOne<Article>().WithMany().HasForeignKey(match => match.ArticleId);
            builder.HasOne<Topic>().WithMany().HasForeignKey(match => match.TopicId);
            builder.OwnsMany(match => match.Why, why => why.ToJson());
        }
    }
}
