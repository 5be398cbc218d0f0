using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Quality;

/// <param name="Labels">What editors said that it is about: "places:japan", "orgs:opec", "people:volcker".</param>
internal sealed record LabelledArticle(int Id, ArticleText Text, IReadOnlySet<string> Labels);
