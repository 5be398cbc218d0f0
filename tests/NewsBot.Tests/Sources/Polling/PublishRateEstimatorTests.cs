using NewsBot.Sources;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

public sealed class PublishRateEstimatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly Source source = new() { Address = "https://news.example/feed" };

    [Fact]
    public void The_dates_of_its_newest_entries_tell_how_often_a_source_has_news()
    {
        PublishRateEstimator.Update(source, Dates(Enumerable.Range(1, 40).Select(hours => (double)hours)), 40, Now);

        Assert.Equal(TimeSpan.FromHours(1), source.TypicalGap);
        Assert.Equal(Now.AddHours(-1), source.LastNewsAt);
    }

    [Fact]
    public void Dates_of_the_future_are_no_news_yet()
    {
        PublishRateEstimator.Update(source, Dates([-48, 2, 4, 6]), 4, Now);

        Assert.Equal(TimeSpan.FromHours(2), source.TypicalGap);
        Assert.Equal(Now.AddHours(-2), source.LastNewsAt);
    }

    [Fact]
    public void Where_the_dates_say_nothing_it_is_learnt_from_what_is_new()
    {
        PublishRateEstimator.Update(source, [], 20, Now);
        Assert.Null(source.TypicalGap);

        PublishRateEstimator.Update(source, Dates([0, 0, 0, 0]), 2, Now.AddHours(4));
        Assert.Equal(TimeSpan.FromHours(2), source.TypicalGap);

        PublishRateEstimator.Update(source, [], 0, Now.AddHours(5));
        PublishRateEstimator.Update(source, [], 1, Now.AddHours(10));
        Assert.Equal(TimeSpan.FromHours(3), source.TypicalGap);
        Assert.Equal(Now.AddHours(10), source.LastNewsAt);
    }

    private static IEnumerable<DateTimeOffset> Dates(IEnumerable<double> hoursAgo) => hoursAgo.Select(hours => Now.AddHours(-hours));
}
