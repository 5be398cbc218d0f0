using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>Writes a phrase in canonical form: equal phrases give equal texts, which parse back to the same phrase.</summary>
internal static class PhraseText
{
    /// <param name="typed">What the starts of the tokens count in.</param>
    /// <param name="isQuoted">Whether the text must stand in quotes to mean the same.</param>
    public static string Of(string typed, IReadOnlyList<Token> tokens, Phrase phrase, out bool isQuoted)
    {
        var words = phrase.Words;
        var quoted = isQuoted = words.All(word => word.IsExact) && (words.Count > 1 || words[0].Case == CaseRule.Any);
        var written = new List<string>();
        var end = -1;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Start < end)
            {
                // Overlapping pairs of letters are one word again.
                written[^1] += Folding.Word(typed.AsSpan(end, token.End - end));
            }
            else
            {
                written.Add(Shown(typed.AsSpan(token.Start, token.Length), words[index], quoted));
            }

            end = token.End;
        }

        return string.Join(' ', written);
    }

    private static string Shown(ReadOnlySpan<char> surface, QueryWord word, bool quoted)
    {
        var folded = Folding.Word(surface);
        var plain = Folding.WithoutAccents(folded);
        var letters = word.Form == WordForm.Word || (word.Form == WordForm.Stem && NeedsAccents(folded, plain)) ? folded : plain;
        var cased = word.Case switch
        {
            CaseRule.Upper => letters.ToUpperInvariant(),
            CaseRule.Capitalised => char.ToUpperInvariant(letters[0]) + letters[1..],
            _ => letters,
        };
        var sign = word.Case != CaseRule.Any || (word.IsExact && !quoted) ? "=" : "";
        return $"{sign}{cased}{(word.Form == WordForm.Beginning ? "*" : "")}";
    }

    /// <summary>Whether the word would be another without its accents: "Häfen" is a plural by its umlaut alone.</summary>
    private static bool NeedsAccents(string word, string plain) => word != plain && Stemming.Stem(word, plain) != Stemming.Stem(plain, plain);
}
