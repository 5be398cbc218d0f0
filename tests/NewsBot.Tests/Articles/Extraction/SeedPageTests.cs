using System.Text.Json;
using NewsBot.Articles;
using NewsBot.Summaries;
using NewsBot.Tests.Support;
using NewsBot.Text;

namespace NewsBot.Tests.Articles.Extraction;

public sealed class SeedPageTests
{
    private static readonly string[] AboutTopics = ["NATO", "North Korea", "South Korea", "Ukraine", "Russia", "Rutte", "Seoul", "Budanov"];

    [Fact]
    public void The_page_that_the_project_started_from_is_read_as_expected()
    {
        var (reading, expected) = Load();
        var article = expected.GetProperty("article");

        Assert.Equal([article.GetProperty("kicker").GetString()!], reading.Tags);
        Assert.Equal(article.GetProperty("title").GetString(), reading.Title);
        Assert.Equal(article.GetProperty("lede").GetString(), reading.Lede);
        Assert.Equal([article.GetProperty("author").GetString()!], reading.Authors);
        Assert.Null(reading.Published);
        Assert.Equal(article.GetProperty("language").GetString(), reading.Language);
        Assert.Equal(Strings(article.GetProperty("subheadings")), reading.Subheads);
        Assert.Equal(article.GetProperty("body_paragraphs").GetInt32(), reading.Text.Split("\n\n").Length - reading.Subheads.Count);
        Assert.StartsWith(article.GetProperty("body_first_words").GetString()!, reading.Text, StringComparison.Ordinal);
        Assert.EndsWith(article.GetProperty("body_last_words").GetString()!, reading.Text, StringComparison.Ordinal);
        Assert.All(Strings(expected.GetProperty("not_body")), text => Assert.DoesNotContain(text, reading.Text, StringComparison.Ordinal));
        Assert.All(Strings(expected.GetProperty("quotes_verbatim")), text => Assert.Contains(text, reading.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_posts_beside_it_are_kept_apart_with_their_ages()
    {
        var (reading, expected) = Load();

        var related = expected.GetProperty("related").EnumerateArray()
            .Select(post => new RelatedPost(post.GetProperty("title").GetString()!, null, post.GetProperty("age").GetString()));
        Assert.Equal(related, reading.Related);
    }

    [Fact]
    public void Its_summary_says_what_the_headline_does_not()
    {
        var (reading, expected) = Load();
        var push = expected.GetProperty("push");
        IEnumerable<string[]> topics = [[], .. AboutTopics.Select(topic => new[] { topic })];
        foreach (var terms in topics)
        {
            var summary = Summarizer.Summarize(reading.Title, reading.Text, reading.Language, terms, new SummaryOptions());
            TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(' ', terms)}: {summary}");

            var sentences = Summarizer.Choose(reading.Title, reading.Text, reading.Language, terms, new SummaryOptions());
            Assert.Equal(string.Join(' ', sentences), summary);
            Assert.InRange(summary.Length, 1, push.GetProperty("max_chars").GetInt32());
            Assert.InRange(sentences.Count, 1, push.GetProperty("max_sentences").GetInt32());
            Assert.All(sentences, sentence => Assert.Contains(sentence, reading.Text, StringComparison.Ordinal));
            Assert.All(sentences, sentence => Assert.False(SummaryWords.Repeats(sentence, reading.Title), sentence));
            Assert.All(Strings(push.GetProperty("must_contain")).Where(_ => terms is [] or ["NATO"]), text => Assert.Contains(text, summary, StringComparison.Ordinal));
            Assert.All(Strings(push.GetProperty("must_not_contain")), text => Assert.DoesNotContain(text, summary, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Followers_of_two_topics_read_different_sentences_of_it()
    {
        var (reading, _) = Load();
        var nato = Summarizer.Choose(reading.Title, reading.Text, reading.Language, ["NATO"], new SummaryOptions());
        var korea = Summarizer.Choose(reading.Title, reading.Text, reading.Language, ["South Korea", "South Korean"], new SummaryOptions());
        Assert.Contains(korea, sentence => sentence.Contains("South Korea", StringComparison.Ordinal) && !nato.Contains(sentence));
        Assert.Contains(nato, sentence => !korea.Contains(sentence));
    }

    private static (PageContent Reading, JsonElement Expected) Load()
    {
        var folder = Corpora.Folder("seed-page");
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;
        return (Read.Plain(File.ReadAllText(Path.Combine(folder, "page.txt"))), expected);
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
