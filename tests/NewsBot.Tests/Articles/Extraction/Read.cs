using System.Text;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Articles;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>Reads pages in tests as the service does, on 1 March 2026.</summary>
internal static class Read
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PageReader Reader { get; } = new(new FakeTimeProvider(Now));

    public static PageContent Html(string html, string address = "https://news.example/world/story-1") =>
        Page(Reader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", new Uri(address)));

    public static PageContent Plain(string text) => Page(Reader.Read(Encoding.UTF8.GetBytes(text), "text/plain", null));

    public static PageContent Page(PageOutcome outcome) => Assert.IsType<PageOutcome.Read>(outcome).Reading;
}
