using NewsBot.Stories.Vectors;

namespace NewsBot.Stories.Clustering;

/// <summary>
/// The rule that decides whether an article joins a story: a weighted sum over <see cref="StoryFeatures"/>, averaged over the story's
/// articles, that must not be negative. The figures are the logistic regression of <c>newsbot-benchmarks stories fit</c>, except where
/// the data has nothing to learn from; docs/stories.md explains them.
/// </summary>
internal sealed record StoryWeights(
    double Bias, double Body, double Crowding, double Opening, double WeakerOpening, double TitleNames, double SamePublisher, double Length)
{
    /// <summary>Set by hand, as the judged sets have hardly any reports of a series.</summary>
    public const double OtherFigures = -5;

    /// <summary>Set by hand: in the judged sets no publisher reports two events in nearly the same words.</summary>
    public const double Repeat = -12;

    /// <summary>Set by hand: the judged sets have no times of their own.</summary>
    public const double Day = -0.4;

    public static readonly StoryWeights Latin = new(
        Bias: 0.74, Body: 2.50, Crowding: -9.65, Opening: 14.05, WeakerOpening: -4.40, TitleNames: -0.32, SamePublisher: -2.5, Length: 0.39);

    public static readonly StoryWeights Cyrillic = new(
        Bias: -3.79, Body: 0, Crowding: 0, Opening: 3.20, WeakerOpening: 2.98, TitleNames: 2.48, SamePublisher: -2.82, Length: 0);

    public static StoryWeights Of(LanguageGroup group) => group == LanguageGroup.Cyrillic ? Cyrillic : Latin;

    /// <summary>Log-odds that two articles with these features tell one story.</summary>
    public double Score(StoryFeatures features) =>
        Bias
        + (Body * features.Body)
        + (Crowding * features.Crowding)
        + (Opening * features.Opening)
        + (WeakerOpening * features.WeakerOpening)
        + (TitleNames * features.TitleNames)
        + (SamePublisher * features.SamePublisher)
        + (Length * features.Length)
        + (OtherFigures * features.OtherFigures)
        + (Repeat * features.Repeat)
        + (Day * features.Days);
}
