using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Articles;
using NewsBot.Storage;

namespace NewsBot.Stories;

internal static class StoryTables
{
    extension(NewsDb db)
    {
        public DbSet<Story> Stories => db.Set<Story>();

        public DbSet<RecentArticleRecord> RecentArticles => db.Set<RecentArticleRecord>();
    }

    internal sealed class StoryTable : IEntityTypeConfiguration<Story>
    {
        public void Configure(EntityTypeBuilder<Story> builder)
        {
            builder.ToTable("Stories");
            builder.HasMany<Article>().WithOne().HasForeignKey(article => article.StoryId);
        }
    }

    internal sealed class RecentArticleTable : IEntityTypeConfiguration<RecentArticleRecord>
    {
        public void Configure(EntityTypeBuilder<RecentArticleRecord> builder)
        {
            builder.ToTable("RecentArticles");
            builder.HasKey(record => record.ArticleId);
            builder.HasIndex(record => record.FirstSeenAt);
            builder.HasOne(record => record.Article).WithOne().HasForeignKey<RecentArticleRecord>(record => record.ArticleId);
        }
    }
}
