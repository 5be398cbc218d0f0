namespace NewsBot.Stories;

/// <summary>How likely two articles tell the same event. Fitted by hand on judged pairs; a false merge hides news, so doubt parts them.</summary>
internal static class StorySimilarity
{
    /// <summary>From here on two articles of one hour are one story.</summary>
    public const double SameFrom = 1.05;

    /// <summary>What is added for each day that lies between them.</summary>
    public const double ForADay = 0.08;

    /// <summary>Nothing joins what is older.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);

    private const float NameShare = 0.3f;
    private const float ForUnknownNames = 0.8f;
    private const float ForOtherDays = 0.2f;
    private const float LeastMatter = 0.2f;

    /// <summary>Where an article names nobody, it is taken as half agreeing.</summary>
    private const float Unknown = 0.5f;

    /// <summary>0 where names or numbers speak against it; else up to 2.6.</summary>
    public static double Of(ArticleVector one, ArticleVector other)
    {
        var shared = Overlap.Of(one, other);
        var names = Share(shared.Names, one.NameWorth, other.NameWorth);
        var leadNames = Share(shared.LeadNames, one.LeadNameWorth, other.LeadNameWorth);
        var otherDays = NamedDays.AreOthers(one.Days, other.Days);
        if (OthersNames(names, leadNames) || OtherMatter(one, other, shared.MatterOfOne, shared.MatterOfOther) || (AlikeTitles(one, other, shared.Title) && (otherDays || OtherNumbers(one, other, shared.HasTitleNumber))))
        {
            return 0;
        }

        var leads = ((shared.LeadOfOne / Math.Max(1, one.LeadWorth)) + (shared.LeadOfOther / Math.Max(1, other.LeadWorth))) / 2;
        return shared.Weight + leads + (NameShare * names) + (NameShare * leadNames)
            - (ForUnknownNames * UnknownNames(one, other, shared.TitleNames)) - (otherDays ? ForOtherDays : 0);
    }

    /// <summary>Same kind of event, other people and places.</summary>
    private static bool OthersNames(float names, float leadNames) => leadNames < 0.2f || (names < 0.35f && leadNames < 0.45f);

    /// <summary>
    /// Same people, another subject: the openings have hardly a word in common that is no name.
    /// </summary>
    private static bool OtherMatter(ArticleVector one, ArticleVector other, float sharedOfOne, float sharedOfOther) =>
        one.MatterWorth > 0 && other.MatterWorth > 0
        && (sharedOfOne / one.MatterWorth) + (sharedOfOther / other.MatterWorth) < 2 * LeastMatter;

    /// <summary>"Forecast for 8 November" and "Forecast for 18 November"; the 11th death and the 12th; a crash on Monday and one on Friday.</summary>
    private static bool AlikeTitles(ArticleVector one, ArticleVector other, float shared) =>
        shared >= 0.45f * Math.Min(one.TitleWorth, other.TitleWorth);

    private static bool OtherNumbers(ArticleVector one, ArticleVector other, bool sharedNumber) =>
        !sharedNumber && HasTitleNumber(one) && HasTitleNumber(other);

    private static bool HasTitleNumber(ArticleVector article) =>
        Array.Exists(article.Terms, term => term.Is(TermRole.Title | TermRole.Number));

    /// <summary>Share of the headlines' names that stand nowhere in the other article: somebody else's doing, or another place.</summary>
    private static float UnknownNames(ArticleVector one, ArticleVector other, float known)
    {
        var names = one.TitleNameWorth + other.TitleNameWorth;
        return names == 0 ? 0 : 1 - (known / names);
    }

    private static float Share(float shared, float one, float other) =>
        one == 0 || other == 0 ? Unknown : shared / Math.Min(one, other);

    /// <summary>What two articles have in common, in worth.</summary>
    private struct Overlap
    {
        public float Weight;
        public float LeadOfOne;
        public float LeadOfOther;
        public float Names;
        public float LeadNames;
        public float MatterOfOne;
        public float MatterOfOther;
        public float Title;
        public float TitleNames;
        public bool HasTitleNumber;

        public static Overlap Of(ArticleVector one, ArticleVector other)
        {
            var shared = default(Overlap);
            var (i, j) = (0, 0);
            while (i < one.Terms.Length && j < other.Terms.Length)
            {
                var order = one.Terms[i].Key.CompareTo(other.Terms[j].Key);
                if (order == 0)
                {
                    shared.Add(one.Terms[i], other.Terms[j]);
                }

                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }

            return shared;
        }

        private void Add(WeightedTerm one, WeightedTerm other)
        {
            var worth = Math.Min(one.Worth, other.Worth);
            Weight += one.Weight * other.Weight;
            LeadOfOne += one.Is(TermRole.Lead) ? one.Worth : 0;
            LeadOfOther += other.Is(TermRole.Lead) ? other.Worth : 0;
            MatterOfOne += one.IsMatter ? one.Worth : 0;
            MatterOfOther += other.IsMatter ? other.Worth : 0;
            Names += one.Is(TermRole.Name) && other.Is(TermRole.Name) ? worth : 0;
            LeadNames += one.Is(TermRole.Name | TermRole.Lead) && other.Is(TermRole.Name | TermRole.Lead) ? worth : 0;
            Title += one.Is(TermRole.Title) && other.Is(TermRole.Title) && !one.Is(TermRole.Number) ? worth : 0;
            TitleNames += (one.Is(TermRole.Title | TermRole.Name) ? one.Worth : 0) + (other.Is(TermRole.Title | TermRole.Name) ? other.Worth : 0);
            HasTitleNumber |= one.Is(TermRole.Title | TermRole.Number) && other.Is(TermRole.Title | TermRole.Number);
        }
    }
}
