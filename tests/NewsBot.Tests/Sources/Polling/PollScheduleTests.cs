using NewsBot.Sources;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

public sealed class PollScheduleTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly PollSchedule schedule = new(Some.Options(), new Random(1));

    [Theory]
    [InlineData(null, null, 15)]
    [InlineData(5, null, 15)]
    [InlineData(30, null, 30)]
    [InlineData(null, 60, 60)]
    [InlineData(30, 60, 60)]
    [InlineData(90, 60, 90)]
    [InlineData(100_000, null, 1440)]
    public void A_feed_is_left_alone_for_as_long_as_it_asks_within_the_settings(int? freshness, int? pace, int expected)
    {
        var next = schedule.AfterSuccess(ASource(source => source.Pace = Minutes(pace)), Minutes(freshness), Now);

        Assert.InRange(next, Now.AddMinutes(expected), Now.AddMinutes(Math.Min(expected * 1.1, 1440)));
    }

    [Theory]
    [InlineData(10, 0, 15)]
    [InlineData(240, 0, 30)]
    [InlineData(1440, 0, 180)]
    [InlineData(100_000, 0, 1440)]
    [InlineData(30, 240, 15)]
    [InlineData(30, 4 * 1440, 180)]
    public void A_source_is_asked_as_often_as_its_news_is_likely(int gap, int silence, int expected)
    {
        var source = ASource(source => (source.TypicalGap, source.LastNewsAt) = (Minutes(gap), Now - Minutes(silence)));

        Assert.InRange(schedule.AfterSuccess(source, null, Now), Now.AddMinutes(expected), Now.AddMinutes(Math.Min(expected * 1.1, 1440)));
    }

    [Fact]
    public void A_source_that_sends_all_of_itself_each_time_is_asked_half_as_often()
    {
        var source = ASource(source => (source.EntityTag, source.TypicalGap) = (null, TimeSpan.FromHours(8)));
        var frequent = ASource(source => source.EntityTag = null);

        Assert.InRange(schedule.AfterSuccess(source, null, Now), Now.AddHours(2), Now.AddHours(2.2));
        Assert.InRange(schedule.AfterSuccess(frequent, null, Now), Now.AddMinutes(30), Now.AddMinutes(33));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(4, 120)]
    [InlineData(8, 1440)]
    [InlineData(100_000, 1440)]
    public void A_failing_feed_is_asked_ever_less_often_but_asked(int failures, int expected) => Assert.InRange(
        schedule.AfterFailure(ASource(source => source.Failures = failures), Now), Now.AddMinutes(expected), Now.AddMinutes(Math.Min(expected * 1.1, 1440)));

    [Theory]
    [InlineData(0, 15)]
    [InlineData(60, 60)]
    [InlineData(3 * 1440, 3 * 1440)]
    public void A_pause_that_a_site_asks_for_is_kept(int minutes, int expected) =>
        Assert.Equal(Now.AddMinutes(expected), schedule.AfterThrottling(ASource(), TimeSpan.FromMinutes(minutes), Now));

    [Fact]
    public void Feeds_that_were_added_together_drift_apart() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => schedule.AfterSuccess(ASource(), null, Now)).Distinct().Count() > 15);

    [Fact]
    public void Hours_and_days_that_a_feed_keeps_free_are_kept_free_of_every_kind_of_visit()
    {
        var quiet = SkipSchedule.Of([10, 11], [DayOfWeek.Tuesday]);
        var source = ASource(source => (source.QuietHours, source.QuietDays) = quiet);
        source.Failures = 1;

        Assert.InRange(schedule.AfterSuccess(source, null, Now), Now.AddHours(2), Now.AddHours(2.1));
        Assert.InRange(schedule.AfterFailure(source, Now), Now.AddHours(2), Now.AddHours(2.1));
        Assert.InRange(schedule.AfterThrottling(source, TimeSpan.FromHours(15), Now), Now.AddHours(38), Now.AddHours(38.1));
        Assert.InRange(schedule.AfterSuccess(source, null, Now.AddHours(2)), Now.AddHours(2.25), Now.AddHours(2.3));
    }

    [Fact]
    public void A_feed_that_never_wants_to_be_read_is_not_taken_at_its_word()
    {
        var quiet = SkipSchedule.Of(Enumerable.Range(0, 24), Enum.GetValues<DayOfWeek>());

        Assert.Equal(default, quiet);
        Assert.Equal(Now, quiet.End(Now));
        Assert.Equal(new DateTimeOffset(2026, 11, 7, 23, 0, 0, TimeSpan.Zero), SkipSchedule.Of(Enumerable.Range(0, 23), Enum.GetValues<DayOfWeek>().Where(day => day != DayOfWeek.Saturday)).End(Now));
    }

    private static Source ASource(Action<Source>? change = null)
    {
        var source = new Source { Address = "https://news.example/feed", EntityTag = "\"1\"" };
        change?.Invoke(source);
        return source;
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is null ? null : TimeSpan.FromMinutes(minutes.Value);
}
