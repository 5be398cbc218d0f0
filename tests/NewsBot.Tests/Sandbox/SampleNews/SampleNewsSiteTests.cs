using Microsoft.Extensions.Time.Testing;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class SampleNewsSiteTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 5, 6, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_opens_with_five_older_pages_and_adds_none_by_itself()
    {
        var site = new SampleNewsSite(clock);
        clock.Advance(TimeSpan.FromDays(1));
        site.PublishDue();

        Assert.Equal(5, site.Published.Count);
        Assert.Equal(site.Published.OrderByDescending(page => page.PublishedAt), site.Published);
        Assert.All(site.Published, page => Assert.True(page.PublishedAt < clock.GetUtcNow().AddDays(-1)));
    }

    [Fact]
    public void A_page_about_the_topic_is_published_within_20_seconds_of_the_first_follower()
    {
        var site = new SampleNewsSite(clock);
        site.PersonTyped("/subscribe Hungary");
        clock.Advance(TimeSpan.FromSeconds(20));
        site.PublishDue();

        Assert.Equal("hungary-night-trains", site.Published[0].Slug);
        Assert.Equal(clock.GetUtcNow(), site.Published[0].PublishedAt);
    }

    [Fact]
    public void A_topic_that_no_page_is_about_gets_a_demonstration()
    {
        var site = new SampleNewsSite(clock);
        site.PersonTyped("glass harmonica");
        clock.Advance(TimeSpan.FromSeconds(20));
        site.PublishDue();

        Assert.Equal("glass harmonica: a demonstration page, printed to order", site.Published[0].Title);
    }

    [Fact]
    public void Commands_that_follow_nothing_publish_nothing()
    {
        var site = new SampleNewsSite(clock);
        site.PersonTyped("/topics");
        clock.Advance(TimeSpan.FromMinutes(5));
        site.PublishDue();

        Assert.Equal(5, site.Published.Count);
    }

    [Fact]
    public void A_page_of_a_caller_never_takes_the_address_of_another()
    {
        var site = new SampleNewsSite(clock);
        var own = new OwnPage("Hungary: night trains!", ["One paragraph."]);

        Assert.Equal(
            ["hungary-night-trains-2", "hungary-night-trains-3", "page", "page-2", "archive-2"],
            [site.Publish(own).Slug, site.Publish(own).Slug, Publish("Новини"), Publish("!"), Publish("Archive")]);

        string Publish(string title) => site.Publish(own with { Title = title }).Slug;
    }

    [Fact]
    public void Many_callers_at_once_publish_every_page_once()
    {
        var site = new SampleNewsSite(clock);
        Parallel.For(0, 100, _ => site.PublishNext());

        Assert.Equal(site.Published.Count, site.Published.Select(page => page.Slug).Distinct().Count());
        Assert.Equal(SampleCatalogue.Load().Pages.Count, site.Published.Count);
        Assert.Null(site.PublishNext());
    }
}
