using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class SampleNewsOverHttpTests : IAsyncLifetime
{
    private RunningSampleNews news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => news = await RunningSampleNews.Start();

    public ValueTask DisposeAsync() => news.DisposeAsync();

    [Fact]
    public async Task The_feed_lists_the_published_pages_with_absolute_links()
    {
        var items = await FeedItems();

        Assert.Equal(5, items.Count);
        Assert.All(items, item => Assert.StartsWith($"{news.Client.BaseAddress}news/", item.Element("link")?.Value, StringComparison.Ordinal));
        Assert.All(items, item => Assert.NotNull(item.Element("pubDate")));
        Assert.Equal(5, items.Select(item => item.Element("guid")?.Value).Distinct().Count());
    }

    [Fact]
    public async Task An_unchanged_feed_answers_304_and_a_changed_one_200()
    {
        using var first = await news.Client.GetAsync("news/feed.xml", Cancelled);
        using var second = await Conditional("news/feed.xml", first.Headers.ETag!);
        news.Site.PublishNext();
        using var third = await Conditional("news/feed.xml", first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/rss+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_page_is_served_with_its_own_address_and_time_filled_in()
    {
        var newest = news.Site.Published[0];
        using var answer = await news.Client.GetAsync($"news/{newest.Slug}", Cancelled);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(newest.PublishedAt, answer.Content.Headers.LastModified);
        Assert.Contains("2030-05-06T07:00:00Z", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        using var again = await Conditional($"news/{newest.Slug}", answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task An_undated_page_has_no_date_in_the_feed_nor_in_a_header()
    {
        PublishEverything();
        var item = (await FeedItems()).Single(item => item.Element("link")!.Value.EndsWith("/nato-baltic-cable-patrols", StringComparison.Ordinal));
        using var answer = await news.Client.GetAsync("news/nato-baltic-cable-patrols", Cancelled);

        Assert.Null(item.Element("pubDate"));
        Assert.Null(answer.Content.Headers.LastModified);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_title_with_an_ampersand_and_a_less_than_sign_comes_through_whole()
    {
        PublishEverything();
        var item = (await FeedItems()).Single(item => item.Element("link")!.Value.EndsWith("/att-loves-alder-creek", StringComparison.Ordinal));
        var index = await news.Client.GetStringAsync("news", Cancelled);

        Assert.StartsWith("AT&T <3 Alder Creek:", item.Element("title")?.Value, StringComparison.Ordinal);
        Assert.Contains("AT&amp;T &lt;3", item.Element("description")?.Value, StringComparison.Ordinal);
        Assert.Contains(">AT&amp;T &lt;3 Alder Creek:", index, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news/hungary-night-trains")]
    [InlineData("news/archive/the-hungarian-village-that-bought-its-own-bank")]
    public async Task A_page_that_is_not_published_is_not_found(string address)
    {
        using var answer = await news.Client.GetAsync(address, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_next_page_is_published_on_request_until_none_is_left()
    {
        using var answer = await news.Client.PostAsync("sandbox/news/next", null, Cancelled);
        var published = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);
        using var page = await news.Client.GetAsync((string)published!["address"]!, Cancelled);
        PublishEverything();
        using var last = await news.Client.PostAsync("sandbox/news/next", null, Cancelled);

        Assert.Equal(news.Site.Published[^6].Title, (string)published["title"]!);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, last.StatusCode);
    }

    [Fact]
    public async Task A_caller_publishes_a_page_of_their_own()
    {
        using var answer = await news.Client.PostAsJsonAsync(
            "sandbox/news", new { title = "Tides & times", paragraphs = new[] { "High water came.", "It went." }, topic = "Tides" }, Cancelled);
        var address = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["address"]!;
        var list = await news.Client.GetFromJsonAsync<JsonArray>("sandbox/news", Cancelled);

        Assert.Equal($"{news.Client.BaseAddress}news/tides-times", address);
        Assert.Contains("<p>High water came.</p>", await news.Client.GetStringAsync(address, Cancelled), StringComparison.Ordinal);
        Assert.Equal("tides-times", (string)list![0]!["slug"]!);
        Assert.Equal(address, (string)list[0]!["address"]!);
        Assert.Equal(news.Clock.GetUtcNow(), (DateTimeOffset)list[0]!["publishedAt"]!);
    }

    [Theory]
    [InlineData("""{"paragraphs":["No title."]}""")]
    [InlineData("""{"title":"No paragraphs","paragraphs":[]}""")]
    [InlineData("""{"title":"An empty paragraph","paragraphs":[" "]}""")]
    [InlineData("not json")]
    public async Task A_page_without_title_or_paragraphs_is_refused(string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await news.Client.PostAsync("sandbox/news", content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_service_publishes_in_time_by_itself()
    {
        news.Site.PersonTyped("/subscribe Japan");
        var seconds = 0;
        while (news.Site.Find("japan-station-melodies") is null && seconds++ < 1000)
        {
            news.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }

        Assert.NotNull(news.Site.Find("japan-station-melodies"));
    }

    private async Task<IReadOnlyList<XElement>> FeedItems() =>
        [.. XDocument.Parse(await news.Client.GetStringAsync("news/feed.xml", Cancelled)).Descendants("item")];

    private async Task<HttpResponseMessage> Conditional(string address, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await news.Client.SendAsync(request, Cancelled);
    }

    private void PublishEverything()
    {
        while (news.Site.PublishNext() is not null)
        {
        }
    }
}
