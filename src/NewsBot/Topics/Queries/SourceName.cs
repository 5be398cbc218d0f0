using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>
/// How a publisher is named in a query: by words of its name ("financial times"), by its address ("bbc.co.uk", which holds its
/// subdomains), or by a part of the address ("reuters").
/// </summary>
internal static class SourceName
{
    /// <summary>The form in which equal names are equal; empty for a text without a word.</summary>
    public static string Normalise(string typed)
    {
        var address = typed.Trim().ToLowerInvariant();
        address = address.StartsWith("www.", StringComparison.Ordinal) ? address[4..] : address;
        if (IsAddress(address))
        {
            return address;
        }

        // Letters beyond the common ones may fold into a text of other words: the second time it stays.
        return string.Join(' ', WordsOf(string.Join(' ', WordsOf(typed))));
    }

    /// <param name="name">As <see cref="Normalise"/> gives it.</param>
    /// <param name="publisher">The publisher's name, or null.</param>
    /// <param name="host">The host of the article's address, or null.</param>
    public static bool Fits(string name, string? publisher, string? host)
    {
        if (IsAddress(name))
        {
            return host is not null
                && host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
                && (host.Length == name.Length || host[^(name.Length + 1)] == '.');
        }

        return (publisher is not null && $" {string.Join(' ', WordsOf(publisher))} ".Contains($" {name} ", StringComparison.Ordinal))
            || (host is not null && host.ToLowerInvariant().Split('.').Contains(name.Replace(" ", "", StringComparison.Ordinal)));
    }

    private static bool IsAddress(string name) =>
        name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns && !name.StartsWith('.') && !name.EndsWith('.');

    private static IEnumerable<string> WordsOf(string text) => Tokenizer.Tokenize(Tokenizer.Compose(text)).Select(token => token.Term.Plain);
}
