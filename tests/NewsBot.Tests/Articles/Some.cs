using NewsBot.Articles;
using NewsBot.Sources;

namespace NewsBot.Tests.Articles;

/// <summary>Records for tests, at noon of 1 March 2026.</summary>
internal static class Some
{
    public const string Text = "Engineers closed the harbour bridge in Larnow on Monday.\n\nSome 40,000 people cross it on a working day.";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static int identities;

    public static Source Source(string address = "https://news.example/feed") => new() { Address = address, Title = "Larnow Herald" };

    public static Entry Entry(string? address = "https://news.example/bridge", string text = Text) => new()
    {
        Identity = BitConverter.GetBytes((Int128)Interlocked.Increment(ref identities)),
        Address = address,
        Title = "Harbour bridge closes for repairs",
        Text = text,
        FirstSeenAt = Now,
    };

    public static PageContent Reading() => new(
        null, "Harbour bridge in Larnow closes", ["Jon Berg"], null, "en", "The Herald", ["City"], "Engineers closed it.", "Engineers closed it.\n\n" + Text, [], [], []);
}
