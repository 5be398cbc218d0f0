using NewsBot.Stories.Copies;
using NewsBot.Tests.Articles;

namespace NewsBot.Tests.Stories.Copies;

public sealed class CopyIndexTests
{
    private static readonly DateTimeOffset Now = Some.Now;
    private readonly Random random = new(7);

    [Fact]
    public void A_copy_is_found_among_others_whether_it_is_shorter_or_longer()
    {
        var index = new CopyIndex();
        var texts = Enumerable.Range(0, 300).Select(_ => Texts.Article(random)).ToList();
        for (var id = 0; id < texts.Count; id++)
        {
            index.Add(id, Now, Shingles.Of(texts[id]));
        }

        for (var id = 0; id < texts.Count; id += 7)
        {
            Assert.Equal([id], index.Candidates(Shingles.Of(texts[id][..(texts[id].Length / 3)]), Now));
            Assert.Contains(id, index.Candidates(Shingles.Of($"{Texts.Article(random)}\n\n{texts[id]}\n\n{Texts.Article(random)}"), Now));
        }

        Assert.Empty(index.Candidates(Shingles.Of(Texts.Article(random)), Now));
    }

    [Fact]
    public void What_is_older_than_asked_for_is_not_found()
    {
        var index = new CopyIndex();
        var shingles = Shingles.Of(Texts.Article(random));
        index.Add(1, Now, shingles);

        Assert.Equal([1], index.Candidates(shingles, Now));
        Assert.Empty(index.Candidates(shingles, Now + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Beyond_its_capacity_the_oldest_are_forgotten()
    {
        var index = new CopyIndex(capacity: 20);
        var all = Enumerable.Range(0, 50).Select(_ => Shingles.Of(Texts.Article(random))).ToList();
        for (var id = 0; id < all.Count; id++)
        {
            index.Add(id, Now, all[id]);
        }

        Assert.InRange(index.Count, 10, 20);
        Assert.Empty(index.Candidates(all[0], Now));
        Assert.Equal([49], index.Candidates(all[49], Now));
    }

    [Fact]
    public void A_text_that_hundreds_publish_is_found_still()
    {
        var index = new CopyIndex();
        var shingles = Shingles.Of(Texts.Article(random));
        for (var id = 0; id < 500; id++)
        {
            index.Add(id, Now, shingles);
        }

        Assert.Contains(0, index.Candidates(shingles, Now));
    }
}
