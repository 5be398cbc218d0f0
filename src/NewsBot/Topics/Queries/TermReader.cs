using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Queries;

/// <summary>Reads one term of a query: a phrase, or a name that the catalogue knows.</summary>
internal static class TermReader
{
    /// <returns>Null for a text that says nothing: only small words or one letter.</returns>
    public static TopicNode? Read(string text, bool quoted)
    {
        var tokens = Tokenizer.Tokenize(text);
        if (!quoted && TopicCatalogue.Find(tokens) is { } concept)
        {
            return new TopicNode.Known(concept);
        }

        var phrase = quoted ? Phrase.Exactly(tokens) : Phrase.Of(tokens);
        if (!tokens.Where((token, index) => Says(token, phrase.Words[index], quoted && tokens.Count > 1)).Any())
        {
            return null;
        }

        var written = Written(text, tokens, phrase);
        return new TopicNode.Words(phrase, quoted ? $"\"{written}\"" : written);
    }

    /// <param name="smallWordsCount">Two small words in quotes are a name: "The Who".</param>
    private static bool Says(Token token, QueryWord word, bool smallWordsCount) =>
        word.Case == CaseRule.Upper || (token.Length > 1 && (smallWordsCount || !StopWords.Contains(word.Term.Word)));

    /// <summary>The words as they are compared, which reads back as the same phrase. Overlapping pairs of letters are one word again.</summary>
    private static string Written(string text, IReadOnlyList<Token> tokens, Phrase phrase)
    {
        var words = new List<string>();
        var end = -1;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Start < end)
            {
                words[^1] += Folding.Word(text.AsSpan(end, token.End - end));
            }
            else
            {
                words.Add(Shown(text.AsSpan(token.Start, token.Length), phrase.Words[index]));
            }

            end = token.End;
        }

        return string.Join(' ', words);
    }

    private static string Shown(ReadOnlySpan<char> surface, QueryWord word)
    {
        var folded = Folding.Word(surface);
        var shown = word.Form == WordForm.Word ? folded : Folding.WithoutAccents(folded);
        return word.Case == CaseRule.Upper ? shown.ToUpperInvariant() : shown;
    }
}
