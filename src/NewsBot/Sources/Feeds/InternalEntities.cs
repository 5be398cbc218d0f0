using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// The entities that a feed declares itself, as plain text. Those that refer to each other or to files are left out: expanding them is how
/// documents of a hundred bytes are made to fill memory, or to read what is not theirs.
/// </summary>
internal sealed partial class InternalEntities
{
    /// <summary>A document type lists HTML's names at most, of which there are 253.</summary>
    private const int MaxEntities = 500;

    /// <summary>What all the references in a feed together may grow to.</summary>
    private const int MaxExpansion = 200_000;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private int expanded;

    /// <summary>Reads what stands before the root element.</summary>
    public static InternalEntities Of(ReadOnlySpan<char> prolog)
    {
        var entities = new InternalEntities();
        if (!prolog.Contains("<!ENTITY", StringComparison.Ordinal))
        {
            return entities;
        }

        foreach (Match match in Declaration().Matches(prolog.ToString()))
        {
            if (entities.values.Count < MaxEntities)
            {
                entities.values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value); // The first declaration counts (XML 1.0, 4.2).
            }
        }

        return entities;
    }

    /// <summary>The value as it was declared, with references to characters in it; null for a name that is not declared.</summary>
    public string? Value(ReadOnlySpan<char> name)
    {
        if (values.Count == 0 || !values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value) || expanded + value.Length > MaxExpansion)
        {
            return null;
        }

        expanded += value.Length;
        return value;
    }

    /// <summary>No other references than those to characters, numbered or XML's own.</summary>
    [GeneratedRegex("""<!ENTITY\s+(?<name>[A-Za-z_][\w.-]{0,60})\s+(?:"(?<value>(?:[^"&%]|&(?:\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);){0,1000})"|'(?<value>(?:[^'&%]|&(?:\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);){0,1000})')\s*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
