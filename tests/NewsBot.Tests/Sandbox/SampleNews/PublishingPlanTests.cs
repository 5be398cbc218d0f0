using Microsoft.Extensions.Time.Testing;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class PublishingPlanTests
{
    private static readonly SampleCatalogue Catalogue = SampleCatalogue.Load();
    private readonly FakeTimeProvider clock = new();
    private readonly PublishingPlan plan = new(Catalogue);

    [Fact]
    public void Nothing_is_due_before_the_first_follower() => Assert.Empty(After(TimeSpan.FromDays(30)));

    [Fact]
    public void A_page_about_the_topic_is_due_within_20_seconds_of_the_first_follower()
    {
        Follow("Japan");

        Assert.Empty(After(TimeSpan.FromSeconds(5)));
        Assert.Equal("japan-station-melodies", Assert.Single(After(TimeSpan.FromSeconds(15))).Page?.Slug);
    }

    [Fact]
    public void A_second_follower_of_a_topic_is_promised_no_page_of_their_own()
    {
        Follow("Japan");
        Follow("japan");

        Assert.Single(After(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Two_topics_bring_two_pages()
    {
        Follow("Japan");
        Follow("Iran");

        Assert.Equal(["Japan", "Iran"], After(TimeSpan.FromSeconds(20)).Select(due => due.Topic));
    }

    [Fact]
    public void Where_no_page_is_about_the_topic_a_demonstration_is_due()
    {
        Follow("glass harmonica");

        Assert.Equal(new PlannedPage(null, "glass harmonica"), Assert.Single(After(TimeSpan.FromSeconds(20))));
    }

    [Fact]
    public void A_further_page_is_due_every_30_seconds_by_turns_for_the_followers_and_in_order()
    {
        Follow("Russia");
        var first = After(PublishingPlan.FirstPageAfter);
        var second = After(PublishingPlan.FurtherPagesEvery);
        var third = After(PublishingPlan.FurtherPagesEvery);

        Assert.Contains("Russia", Assert.Single(first).Page!.About);
        Assert.Contains("Russia", Assert.Single(second).Page!.About);
        Assert.Equal(Catalogue.Pages[0], Assert.Single(third).Page);
    }

    [Fact]
    public void After_a_long_sleep_one_page_is_due_and_not_an_hour_of_them()
    {
        Follow("Japan");
        After(PublishingPlan.FirstPageAfter);

        Assert.Single(After(TimeSpan.FromHours(1)));
        Assert.Empty(After(TimeSpan.FromSeconds(29)));
        Assert.Single(After(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_page_on_request_is_about_the_latest_topic_and_then_in_order()
    {
        Follow("Japan");
        Follow("Iran");
        Follow("glass harmonica");

        Assert.Equal("iran-iraq-railway-link", plan.TakeNext()?.Slug);
        Assert.Equal("japan-station-melodies", plan.TakeNext()?.Slug);
        Assert.Equal(Catalogue.Pages[0], plan.TakeNext());
    }

    [Fact]
    public void Every_page_comes_once_and_then_none()
    {
        Follow("NATO");
        var seen = new List<SamplePage>();
        for (var beat = 0; beat < 100; beat++)
        {
            seen.AddRange(After(PublishingPlan.FurtherPagesEvery).Select(due => due.Page!));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(Catalogue.Pages.Count(page => !page.Baseline), seen.Count);
        Assert.Null(plan.TakeNext());
    }

    private void Follow(string topic) => plan.Follow(topic, clock.GetUtcNow());

    private IReadOnlyList<PlannedPage> After(TimeSpan time)
    {
        clock.Advance(time);
        return plan.TakeDue(clock.GetUtcNow());
    }
}
