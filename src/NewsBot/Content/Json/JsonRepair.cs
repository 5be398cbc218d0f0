using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Content.Json;

/// <summary>Makes text that means to be JSON into text that a JSON reader takes: one pass, linear in its length.</summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <summary>
    /// Within strings, line breaks and other control characters become escapes, and halves of surrogate pairs, which are no text and make
    /// readers throw, become U+FFFD. Outside of strings nothing is changed.
    /// </summary>
    public static string Repair(string json)
    {
        StringBuilder? repaired = null;
        var (copied, position, isInString) = (0, 0, false);
        while (json.AsSpan(position).IndexOfAny(Suspicious) is >= 0 and var step)
        {
            position += step;
            var (length, replacement) = json[position] switch
            {
                '"' => (1, null),
                '\\' => isInString ? Escape(json.AsSpan(position)) : (1, null),
                var control => (1, isInString ? $"\\u{(int)control:x4}" : null),
            };
            isInString ^= json[position] == '"';
            if (replacement is not null)
            {
                (repaired ??= new StringBuilder(json.Length + 64)).Append(json, copied, position - copied).Append(replacement);
                copied = position + length;
            }

            position += length;
        }

        return repaired is null ? json : repaired.Append(json, copied, json.Length - copied).ToString();
    }

    /// <summary>How long the escape is, and what takes its place, or null where it stays.</summary>
    private static (int Length, string? Replacement) Escape(ReadOnlySpan<char> text)
    {
        if (Unit(text) is not { } unit)
        {
            return (Math.Min(2, text.Length), null);
        }

        return !char.IsSurrogate(unit) ? (EscapeLength, null)
            : char.IsHighSurrogate(unit) && Unit(text[EscapeLength..]) is { } low && char.IsLowSurrogate(low) ? (2 * EscapeLength, null)
            : (EscapeLength, @"\ufffd");
    }

    private static char? Unit(ReadOnlySpan<char> text) =>
        text is ['\\', 'u', _, _, _, _, ..] && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
