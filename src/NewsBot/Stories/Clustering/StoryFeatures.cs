using NewsBot.Stories.Vectors;
using NewsBot.Stories.Words;

namespace NewsBot.Stories.Clustering;

/// <summary>What speaks for and against two articles telling one story. The rule is linear in these: see <see cref="StoryWeights"/>.</summary>
/// <param name="Body">ln(0.03 + cosine of the whole texts).</param>
/// <param name="Crowding">Mean of how alike each of the two is to its ten nearest articles: many are alike in a war or an election.</param>
/// <param name="Opening">Share of each one's headline and opening (by idf) that the other's text has, the mean of both.</param>
/// <param name="WeakerOpening">The smaller of the two shares.</param>
/// <param name="TitleNames">The smaller share of the names in one's headline that the other's text has; 0.5 for a headline without.</param>
/// <param name="SamePublisher">1 for two articles of one publisher.</param>
/// <param name="Length">ln of the words of the shorter text, in hundreds: a few lines share most of their words sooner.</param>
/// <param name="OtherFigures">1 where the headlines are alike and their numbers or days are not: the forecasts of two days.</param>
/// <param name="Repeat">For two articles of one publisher in nearly the same words, 0 to 1: a monitor that reports the next outage.</param>
/// <param name="Days">Days between them.</param>
internal readonly record struct StoryFeatures(
    float Body, float Crowding, float Opening, float WeakerOpening, float TitleNames, float SamePublisher, float Length, float OtherFigures, float Repeat, float Days)
{
    /// <summary>Keeps the logarithm finite; below it two texts are as unlike as any.</summary>
    private const float LeastCosine = 0.03f;

    /// <summary>Headlines are alike when they share this part of the shorter one.</summary>
    private const float AlikeTitles = 0.6f;

    /// <summary>One newsroom's reports of one event are less alike than this, with few exceptions.</summary>
    private const float TemplateFrom = 0.5f;

    /// <summary>From here on two reports of one publisher come from one template.</summary>
    private const float TemplateFully = 0.7f;

    public static readonly string[] Names =
        [nameof(Body), nameof(Crowding), nameof(Opening), nameof(WeakerOpening), nameof(TitleNames), nameof(SamePublisher), nameof(Length), nameof(OtherFigures), nameof(Repeat), nameof(Days)];

    public float[] Values => [Body, Crowding, Opening, WeakerOpening, TitleNames, SamePublisher, Length, OtherFigures, Repeat, Days];

    /// <param name="left">One article.</param>
    /// <param name="right">The other.</param>
    /// <param name="shared">What they have in common.</param>
    /// <param name="crowding">See <see cref="Crowding"/>.</param>
    public static StoryFeatures Of(ArticleVector left, ArticleVector right, SharedTerms shared, float crowding)
    {
        var leftOpening = Share(shared.LeftOpening, left.OpeningIdf);
        var rightOpening = Share(shared.RightOpening, right.OpeningIdf);
        var samePublisher = left.IsFrom(right.Publisher);
        return new StoryFeatures(
            MathF.Log(LeastCosine + shared.Cosine),
            crowding,
            (leftOpening + rightOpening) / 2,
            Math.Min(leftOpening, rightOpening),
            Math.Min(Share(shared.LeftTitleNames, left.TitleNameIdf), Share(shared.RightTitleNames, right.TitleNameIdf)),
            samePublisher ? 1 : 0,
            MathF.Log(Math.Max(1, Math.Min(left.Terms.Length, right.Terms.Length)) / 100f),
            HaveOtherFigures(left, right, shared) ? 1 : 0,
            samePublisher ? Math.Clamp((shared.Cosine - TemplateFrom) / (TemplateFully - TemplateFrom), 0, 1) : 0,
            (float)(left.At - right.At).Duration().TotalDays);
    }

    private static bool HaveOtherFigures(ArticleVector left, ArticleVector right, SharedTerms shared)
    {
        var otherNumbers = left.HasTitleNumber && right.HasTitleNumber && !shared.HasTitleNumber;
        return shared.Titles >= AlikeTitles * Math.Min(left.TitleIdf, right.TitleIdf) && (otherNumbers || NamedDays.Differ(left.Days, right.Days));
    }

    private static float Share(float shared, float all) => all <= 0 ? 0.5f : Math.Min(1, shared / all);
}
