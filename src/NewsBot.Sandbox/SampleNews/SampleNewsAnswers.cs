namespace NewsBot.Sandbox.SampleNews;

/// <summary>Answer to a request to publish: where the page now stands.</summary>
internal sealed record PublishedAddress(string Title, string Address);

/// <summary>One line of <c>GET /sandbox/news</c>; the time is known here even where the page does not tell it.</summary>
internal sealed record ListedPage(string Slug, string Title, string Address, DateTimeOffset PublishedAt);
