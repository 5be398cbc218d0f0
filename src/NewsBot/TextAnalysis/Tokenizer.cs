using System.Text;

namespace NewsBot.TextAnalysis;

/// <summary>
/// Turns texts into tokens. One instance serves one document or query: it remembers the words that it has folded, and is not thread-safe.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>Positions left free between sentences; wide enough that no nearness of words reaches over it.</summary>
    private const int SentenceGap = 16;

    /// <summary>Marks the first pair of a Korean word: 북한 is found in 북한이 and not inside another word.</summary>
    private const char WordStart = '^';

    /// <summary>The one code point beside lone surrogates that <see cref="string.Normalize()"/> refuses with an exception.</summary>
    private const char Noncharacter = '\uFFFE';

    private readonly Dictionary<string, Term> terms = [];
    private readonly Dictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<Token> tokens = [];
    private int position;

    public Tokenizer() => lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All tokens so far, in the order of the texts.</summary>
    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>The tokens of one text by itself.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokenizer = new Tokenizer();
        tokenizer.Append(text);
        return tokenizer.Tokens;
    }

    /// <summary>
    /// The form in which a text must be to be appended: composed, without broken surrogates. Any text from outside may come in.
    /// </summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace(Noncharacter, '\uFFFD').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Segments a further text; no phrase reaches from one text into the next.</summary>
    /// <param name="composed">As <see cref="Compose"/> gives it; the tokens' starts count in it.</param>
    public void Append(ReadOnlySpan<char> composed)
    {
        var words = new WordScanner(composed);
        while (words.MoveNext())
        {
            position += words.Current.AfterBreak ? SentenceGap : 0;
            Append(composed, words.Current);
        }

        position += SentenceGap;
    }

    private void Append(ReadOnlySpan<char> text, RawWord word)
    {
        var surface = text.Slice(word.Start, word.Length);
        if (word.Script == Script.Spaced)
        {
            tokens.Add(new Token(TermOf(surface), Shapes.Of(surface), position++, word.Start, word.Length));
            return;
        }

        AppendPairs(surface, word);
    }

    /// <summary>Overlapping pairs of letters, so that any run of two letters or more is found in any longer one.</summary>
    private void AppendPairs(ReadOnlySpan<char> surface, RawWord word)
    {
        var start = 0;
        do
        {
            var second = start + Units(surface, start);
            var end = second < surface.Length ? second + Units(surface, second) : second;
            var pair = surface[start..end];
            var marked = start == 0 && word.Script == Script.Hangul;
            var term = marked ? TermOf(string.Concat([WordStart], pair)) : TermOf(pair);
            tokens.Add(new Token(term, TokenShape.Caseless, position++, word.Start + start, pair.Length));
            start = second;
        }
        while (start + Units(surface, start) < surface.Length);
    }

    private static int Units(ReadOnlySpan<char> surface, int index) =>
        index < surface.Length && char.IsHighSurrogate(surface[index]) ? 2 : 1;

    private Term TermOf(ReadOnlySpan<char> surface)
    {
        if (!lookup.TryGetValue(surface, out var term))
        {
            var word = Folding.Word(surface);
            var plain = Folding.WithoutAccents(word);
            term = new Term(word, plain, Stemming.Stem(plain));
            lookup[surface] = term;
        }

        return term;
    }
}
