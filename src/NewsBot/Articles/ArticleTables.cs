using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsBot.Storage;

namespace NewsBot.Articles;

internal static class ArticleTables
{
    extension(NewsDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();
    }

    internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> builder)
        {
            builder.ToTable("Articles");
            builder.HasIndex(article => article.Address).IsUnique();
            builder.HasIndex(article => new { article.MatchedAt, article.Id });
            builder.HasIndex(article => article.FirstSeenAt);
            builder.HasIndex(article => article.Fingerprint);
            builder.HasIndex(article => article.StoryId);
        }
    }
}
