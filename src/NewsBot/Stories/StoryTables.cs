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
    }

    internal sealed class StoryTable : IEntityTypeConfiguration<Story>
    {
        public void Configure(EntityTypeBuilder<Story> builder)
        {
            builder.ToTable("Stories");
            builder.HasMany<Article>().WithOne().HasForeignKey(article => article.StoryId);
        }
    }
}
