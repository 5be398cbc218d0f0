using System.Text;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics;

/// <summary>A text may be typed in several ways that say the same; a match must not depend on them.</summary>
public sealed class WritingTests
{
    private static readonly string[] Words =
        ["café", "Zürich's", "women's", "Жито\u0301мир", "Шевченко", "naïve", "l'OTAN", "Nordkorea", "Türkiye", "Ελλάδα", "résumé", "O'Brien", "north korea", "Straße"];

    [Fact]
    public void Case_composition_curly_quotes_and_hard_spaces_change_nothing()
    {
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Words[random.Next(Words.Length)]));
            var topic = Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? " " + Words[random.Next(Words.Length)] : "");
            var query = Query(topic);
            var expected = TopicMatch.Of(query, Some.Article(text)) is not null;
            foreach (var writing in Writings(text))
            {
                Assert.True(expected == TopicMatch.Of(query, Some.Article(writing)) is not null, $"{topic} in {writing}");
            }

            foreach (var writing in Writings(topic))
            {
                Assert.Equal(query.Canonical, Query(writing).Canonical);
            }
        }
    }

    private static TopicQuery Query(string topic) => Some.Query(topic);

    private static string[] Writings(string text) =>
    [
        text.ToLowerInvariant(),
        text.Normalize(NormalizationForm.FormD),
        text.Normalize(NormalizationForm.FormC),
        text.Replace('\'', '’'),
        text.Replace('\'', 'ʼ'),
        text.Replace(' ', '\u00A0'),
        text.Replace(' ', '\u202F'),
    ];
}
