using NewsBot.Sources;
using NewsBot.Sources.Health;

namespace NewsBot.Tests.Sources.Health;

public sealed class SourceHealthEvaluatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_source_that_answers_and_has_news_is_well() => Assert.Equal(SourceProblem.None, Of(_ => { }));

    [Fact]
    public void A_night_of_failures_is_no_trouble_and_a_day_is()
    {
        Assert.Equal(SourceProblem.None, Of(source => source.FailingSince = Now.AddHours(-23)));
        Assert.Equal(SourceProblem.Failing, Of(source => source.FailingSince = Now.AddHours(-24)));
    }

    [Fact]
    public void A_day_without_success_is_trouble_when_it_fails_more_than_once()
    {
        Assert.Equal(SourceProblem.None, Of(source => (source.LastSuccessAt, source.FailingSince, source.Failures) = (Now.AddDays(-3), Now, 1)));
        Assert.Equal(SourceProblem.Failing, Of(source => (source.LastSuccessAt, source.FailingSince, source.Failures) = (Now.AddDays(-3), Now, 2)));
        Assert.Equal(SourceProblem.None, Of(source => (source.LastSuccessAt, source.FailingSince, source.Failures) = (Now.AddHours(-2), Now, 9)));
    }

    [Fact]
    public void What_is_gone_is_trouble_at_once_and_what_is_muted_never() => Assert.Equal(
        (SourceProblem.Gone, SourceProblem.None),
        (Of(source => source.State = SourceState.Gone), Of(source => (source.State, source.FailingSince) = (SourceState.Muted, Now.AddDays(-9)))));

    [Theory]
    [InlineData(1, 3, SourceProblem.None)] // A long weekend.
    [InlineData(1, 5, SourceProblem.Silent)]
    [InlineData(24, 13, SourceProblem.None)] // Once a day, and then not for two weeks.
    [InlineData(24, 15, SourceProblem.Silent)]
    [InlineData(24 * 7, 90, SourceProblem.None)]
    [InlineData(24 * 7, 100, SourceProblem.Silent)]
    public void Silence_is_trouble_when_it_is_far_beyond_the_habit(int gapHours, int silentDays, object trouble) => Assert.Equal(
        trouble, Of(source => (source.TypicalGap, source.LastNewsAt) = (TimeSpan.FromHours(gapHours), Now.AddDays(-silentDays))));

    [Fact]
    public void A_source_that_was_silent_when_it_was_added_is_given_time() => Assert.Equal(
        SourceProblem.None, Of(source => (source.TypicalGap, source.LastNewsAt, source.BaselineAt) = (TimeSpan.FromHours(1), Now.AddDays(-300), Now.AddDays(-1))));

    private static SourceProblem Of(Action<Source> change)
    {
        var source = new Source
        {
            Address = "https://news.example/feed",
            BaselineAt = Now.AddYears(-1),
            LastSuccessAt = Now,
            TypicalGap = TimeSpan.FromHours(1),
            LastNewsAt = Now.AddHours(-2),
        };
        change(source);
        return SourceHealthEvaluator.Of(source, Now);
    }
}
