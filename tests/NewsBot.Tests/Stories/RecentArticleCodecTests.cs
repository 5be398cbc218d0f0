using NewsBot.Stories;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Copies;
using NewsBot.Tests.Articles;

namespace NewsBot.Tests.Stories;

public sealed class RecentArticleCodecTests
{
    [Fact]
    public void An_article_comes_back_as_it_was()
    {
        var prepared = new ArticlePreparer().Prepare("Larnow closes its bridge on 4 May", "Larnow closed its harbour bridge on Monday, mayor Ida Holm said. Two men were arrested.", "en", "The Larnow Post", Some.Now);
        var article = new RecentArticle(ShingleSample.Of(prepared.Shingles), prepared.Vector, [new Neighbour(7, 0.5f), new Neighbour(3, 0.25f)]);

        var read = RecentArticleCodec.Decode(RecentArticleCodec.Encode(article));

        Assert.NotNull(read);
        Assert.Equal(article.Vector.Terms, read.Vector.Terms);
        Assert.Equal(article.Vector with { Terms = [] }, read.Vector with { Terms = [] });
        Assert.Equal(article.Neighbours, read.Neighbours);
        Assert.Equal(article.Sample.Count, read.Sample.Count);
        Assert.Equal(article.Sample.Lowest, read.Sample.Lowest);
    }

    [Fact]
    public void Another_format_is_not_read() => Assert.Null(RecentArticleCodec.Decode([99, 1, 2, 3]));
}
