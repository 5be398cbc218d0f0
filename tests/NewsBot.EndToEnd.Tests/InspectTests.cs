using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NewsBot.EndToEnd.Tests;

public sealed class InspectTests : IDisposable
{
    private const string Page = """
        NATO

        Estonia’s parliament ratifies the Übereinkunft with NATO

        The parliament of Estonia ratified the agreement with NATO on Tuesday by 88 votes to three.

        It lets allied ships use two more harbours for ten years. Київ welcomed it.

        The opposition had asked for a shorter term, and lost that vote in the spring.
        """;

    private const string Feed = """
        <rss version="2.0"><channel><title>The Test Tribune</title><item><title>One &amp; only</title><link>/news/1</link>
        <pubDate>Tue, 01 Sep 2026 14:00:00 +0200</pubDate><category>Europe</category></item></channel></rss>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-inspect-");
    private readonly CancellationToken limit = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_feed_has_every_field_of_its_own_and_of_its_entries()
    {
        var done = await InspectAsync("feed", Write("feed.xml", Feed), "--base-url", "https://tribune.example/rss", "--content-type", "application/rss+xml");

        Assert.Equal(0, done.ExitCode);
        var line = Assert.Single(Parse(done));
        Assert.Equal(["input", "feed", "entries", "warnings"], Names(line));
        Assert.Equal(["title", "link", "id", "description", "language", "updated"], Names(line.GetProperty("feed")));
        var entry = Assert.Single(line.GetProperty("entries").EnumerateArray());
        Assert.Equal(["id", "title", "link", "published", "updated", "author", "summary", "content", "tags"], Names(entry));
        Assert.Equal(
            ("One & only", "https://tribune.example/news/1", "2026-09-01T12:00:00Z", JsonValueKind.Null),
            (Text(entry, "title"), Text(entry, "link"), Text(entry, "published"), entry.GetProperty("author").ValueKind));
    }

    [Fact]
    public async Task An_article_has_every_field_and_stays_readable()
    {
        var done = await InspectAsync("article", Write("page.txt", Page));

        Assert.Equal((0, ""), (done.ExitCode, done.Errors));
        var line = Assert.Single(Parse(done));
        Assert.Equal(
            ["input", "url", "title", "authors", "published", "language", "site", "tags", "lede", "text", "subheads", "summary", "related", "warnings"],
            Names(line));
        Assert.Equal(("Estonia’s parliament ratifies the Übereinkunft with NATO", "NATO"), (Text(line, "title"), line.GetProperty("tags")[0].GetString()));
        Assert.Equal(3, Text(line, "text").Split("\n\n").Length);
        Assert.Contains("Übereinkunft", done.Output, StringComparison.Ordinal);
        Assert.Contains("Київ", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_has_a_line_in_its_place_and_the_rest_go_on()
    {
        var missing = Path.Combine(folder.FullName, "missing.txt");
        var broken = Write("broken.txt.gz", "no gzip");
        var done = await InspectAsync("article", missing, WriteCompressed("page.txt.gz", Page), broken, folder.FullName, Write("page.txt", Page));

        Assert.Equal(1, done.ExitCode);
        var lines = Parse(done);
        Assert.Equal([true, false, true, true, false], lines.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal((missing, "There is no such file."), (Text(lines[0], "input"), Text(lines[0], "error")));
        Assert.Equal(Text(lines[4], "text"), Text(lines[1], "text"));
        Assert.Equal("It is no valid gzip file.", Text(lines[2], "error"));
    }

    [Fact]
    public async Task A_compressed_file_that_unpacks_to_more_than_the_limit_is_refused()
    {
        var done = await InspectAsync("article", WriteCompressed("page.txt.gz", Page), "--set", "Sources:MaximumBytes=1024");
        Assert.Equal(0, done.ExitCode);
        done = await InspectAsync("article", WriteCompressed("large.txt.gz", new string('a', 100_000)), "--set", "Sources:MaximumBytes=1024");
        Assert.Equal(1, done.ExitCode);
        Assert.Contains("limit of Sources:MaximumBytes", Text(Assert.Single(Parse(done)), "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_a_private_network_is_read_only_when_the_settings_allow_it()
    {
        await using var newsroom = await Newsroom.StartAsync();
        newsroom.Publish(NewsItem.About("NATO", "nato-school"));

        var refused = await InspectAsync("feed", newsroom.Feed.AbsoluteUri);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("private", Text(Assert.Single(Parse(refused)), "error"), StringComparison.Ordinal);

        var read = await InspectAsync("feed", newsroom.Feed.AbsoluteUri, "--set", "Sources:AllowPrivateNetworks=true");
        Assert.Equal(0, read.ExitCode);
        Assert.Equal("The Test Tribune", Text(Assert.Single(Parse(read)).GetProperty("feed"), "title"));
    }

    [Fact]
    public async Task Each_topic_is_held_against_each_input_and_says_why()
    {
        var page = Write("page.txt", Page);
        var done = await InspectAsync("match", page, page, "--topic", "Estonia", "NATO -harbours", "Bulgaria");

        Assert.Equal(0, done.ExitCode);
        var lines = Parse(done);
        Assert.Equal(["Estonia", "NATO -harbours", "Bulgaria", "Estonia", "NATO -harbours", "Bulgaria"], lines.Select(line => Text(line, "topic")));
        Assert.Equal([true, false, false], lines.Take(3).Select(line => line.GetProperty("matched").GetBoolean()));
        Assert.All(lines, line => Assert.Equal(["input", "topic", "matched", "level", "score", "why"], Names(line)));
        Assert.Equal("headline", Text(lines[0], "level"));
        Assert.Equal(["term", "field", "count"], Names(lines[0].GetProperty("why")[0]));
        Assert.Equal((JsonValueKind.Null, 0), (lines[2].GetProperty("level").ValueKind, lines[2].GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task A_mention_is_a_match_at_that_sensitivity_alone()
    {
        var rest = string.Concat(Enumerable.Repeat("\n\nThe harbours were dredged and the quays were mended.", 60));
        var page = Write("page.txt", $"{Page}{rest}\n\nSlovenia did the same in the spring.");
        Assert.False(Assert.Single(Parse(await InspectAsync("match", page, "--topic", "Slovenia"))).GetProperty("matched").GetBoolean());
        var mention = Assert.Single(Parse(await InspectAsync("match", page, "--topic", "Slovenia", "--sensitivity", "mention")));
        Assert.Equal((true, "mention"), (mention.GetProperty("matched").GetBoolean(), Text(mention, "level")));
    }

    [Fact]
    public async Task Topics_may_stand_before_the_inputs()
    {
        var page = Write("page.txt", Page);
        Assert.Equal([("NATO", page)], Pairs(await InspectAsync("match", "--topic", "NATO", page)));
        Assert.Equal([("NATO", page), ("Estonia", page)], Pairs(await InspectAsync("match", "--topic", "NATO", "--topic", "Estonia", page)));
    }

    [Fact]
    public async Task A_summary_is_of_sentences_of_the_text()
    {
        var done = await InspectAsync("summary", Write("page.txt", Page), "--topic", "Kyiv");

        var line = Assert.Single(Parse(done));
        Assert.Equal(["input", "sentences", "summary"], Names(line));
        var sentences = line.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!).ToList();
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence => Assert.Contains(sentence, Page, StringComparison.Ordinal));
        Assert.Equal(string.Join(' ', sentences), Text(line, "summary"));
    }

    [Fact]
    public async Task A_text_without_a_headline_loses_no_sentence()
    {
        var done = await InspectAsync("summary", Write("prose.txt", "The minister of harbours resigned on Monday.\n\nNobody had expected that before the vote of Friday."));
        Assert.StartsWith("The minister of harbours resigned on Monday.", Text(Assert.Single(Parse(done)), "summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bracket", "match", "missing.txt", "--topic", "NATO", "(estonia")]
    [InlineData("cannot be followed", "match", "missing.txt", "--topic", "-sport")]
    [InlineData("cannot be followed", "summary", "missing.txt", "--topic", "-sport")]
    [InlineData("nothing to inspect", "match", "--topic", "NATO")]
    [InlineData("--topic", "match", "missing.txt")]
    [InlineData("--sensitivity", "match", "missing.txt", "--topic", "NATO", "--sensitivity", "much")]
    [InlineData("--base-url", "feed", "missing.txt", "--base-url", "here")]
    [InlineData("feed", "feed")]
    public async Task Wrong_usage_is_told_before_anything_is_read(string said, params string[] arguments)
    {
        var done = await InspectAsync(arguments);
        Assert.Equal((2, ""), (done.ExitCode, done.Output));
        Assert.Contains(said, done.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_setting_is_told_and_nothing_is_read()
    {
        var done = await InspectAsync("feed", "missing.txt", "--set", "Sources:Timeout=5");
        Assert.Equal((1, ""), (done.ExitCode, done.Output));
        Assert.Contains("Sources:Timeout is '5'", done.Errors, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement of) => [.. of.EnumerateObject().Select(property => property.Name)];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static List<JsonElement> Parse(FinishedProgram done) => [.. done.Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<(string Topic, string Input)> Pairs(FinishedProgram done) =>
        Parse(done).Select(line => (Text(line, "topic"), Text(line, "input")));

    private Task<FinishedProgram> InspectAsync(params string[] arguments) => FinishedProgram.RunAsync(limit, ["inspect", .. arguments]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string WriteCompressed(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        using var file = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
