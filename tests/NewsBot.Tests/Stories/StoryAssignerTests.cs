using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Stories;
using NewsBot.Tests.Articles;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Stories;

public sealed class StoryAssignerTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task After_a_restart_the_next_source_joins_the_story()
    {
        var first = await StoreAsync(Assigner(), Quake("The Torro Times"));

        var second = await StoreAsync(Assigner(), QuakeInOtherWords("The Dorrow Post"));

        Assert.Equal(first.StoryId, second.StoryId);
        Assert.Null(second.CopyOfId);
    }

    [Fact]
    public async Task After_a_restart_an_edited_copy_is_known_as_one()
    {
        var first = await StoreAsync(Assigner(), Quake("The Torro Times"));
        var edited = Quake("The Dorrow Post");
        edited.Text = $"{edited.Text} Read more tomorrow.";

        var copy = await StoreAsync(Assigner(), edited);

        Assert.Equal((first.StoryId, first.Id), (copy.StoryId, copy.CopyOfId));
    }

    [Fact]
    public async Task A_restart_does_not_read_the_texts_again()
    {
        var first = await StoreAsync(Assigner(), Quake("The Torro Times"));
        await using (var db = store.Open())
        {
            await db.Articles.ExecuteUpdateAsync(change => change.SetProperty(article => article.Text, ""), TestContext.Current.CancellationToken);
        }

        Assert.Equal(first.StoryId, (await StoreAsync(Assigner(), QuakeInOtherWords("The Dorrow Post"))).StoryId);
    }

    [Fact]
    public async Task What_an_earlier_version_stored_is_read_from_its_text()
    {
        var first = await StoreAsync(Assigner(), Quake("The Torro Times"));
        await using (var db = store.Open())
        {
            await db.RecentArticles.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(first.StoryId, (await StoreAsync(Assigner(), QuakeInOtherWords("The Dorrow Post"))).StoryId);
    }

    [Fact]
    public async Task A_publishers_next_report_from_one_template_is_no_copy()
    {
        static Article Outage(string since) => Article(
            "Larnow Status",
            "Payments in Frankfurt: down",
            $"Since {since} UTC the payment service in Frankfurt has been down. Customers cannot pay by card. Our engineers look into it and will write again in the evening.");
        var assigner = Assigner();
        var first = await StoreAsync(assigner, Outage("09:10"));

        var next = await StoreAsync(assigner, Outage("11:05"));

        Assert.Null(next.CopyOfId);
        Assert.NotEqual(first.StoryId, next.StoryId);
    }

    [Fact]
    public async Task Records_older_than_the_window_are_deleted()
    {
        var assigner = Assigner();
        await StoreAsync(assigner, Quake("The Torro Times"));

        await StoreAsync(assigner, QuakeInOtherWords("The Dorrow Post"), Some.Now + TimeSpan.FromDays(4));

        await using var db = store.Open();
        Assert.Equal(2, Assert.Single(await db.RecentArticles.ToListAsync(TestContext.Current.CancellationToken)).ArticleId);
    }

    private static StoryAssigner Assigner() => new(Options.Create(new StoryOptions()));

    private async Task<Article> StoreAsync(StoryAssigner assigner, Article article, DateTimeOffset? at = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        article.FirstSeenAt = at ?? Some.Now;
        await using var db = store.Open();
        var compared = await assigner.PrepareAsync(db, article, article.FirstSeenAt, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var remembered = await assigner.PlaceAsync(db, article, compared, article.FirstSeenAt, cancellation);
        db.Articles.Add(article);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        assigner.Remember(article, remembered);
        return article;
    }

    private static Article Quake(string publisher) => Article(
        publisher,
        "Quake of strength 6.2 shakes Kirrin valley, 14 dead",
        "An earthquake of strength 6.2 has shaken the Kirrin valley in Menland. At least 14 people died in the village of Torro, where the school collapsed. Rescuers from Dorrow dug through the night, said governor Luisa Amado.");

    private static Article QuakeInOtherWords(string publisher) => Article(
        publisher,
        "At least 14 people killed as earthquake hits Menland's Kirrin valley",
        "In the Kirrin valley of Menland at least 14 people were killed by an earthquake of strength 6.2. The school of Torro collapsed, governor Luisa Amado said. Helpers came from Dorrow in the night.");

    private static Article Article(string publisher, string title, string text) => new()
    {
        Address = $"https://news.example/{Guid.NewGuid():N}",
        Title = title,
        Text = text,
        Publisher = publisher,
        Language = "en",
        Fingerprint = Fingerprint.Of(title, text),
    };
}
