using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Text;

/// <summary>Turns texts into tokens. One instance serves one document or query at a time, and may be used again.</summary>
internal sealed class Tokenizer
{
    /// <summary>Gap in positions between sentences: words on either side are never adjacent.</summary>
    private const int SentenceGap = 16;

    /// <summary>Marks the first pair of a Korean word: 북한 is found in 북한이 and not inside another word.</summary>
    private const char WordStart = '^';

    /// <summary>The one code point beside lone surrogates that <see cref="string.Normalize()"/> refuses with an exception.</summary>
    private const char Noncharacter = '\uFFFE';

    private readonly List<Token> tokens = [];
    private readonly List<ScannedWord> scanned = [];
    private int position;
    private ulong touched;

    /// <summary>All tokens so far, in the order of the texts.</summary>
    public List<Token> Tokens => tokens;

    /// <summary>The tokens of one text by itself.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokenizer = new Tokenizer();
        tokenizer.Append(text);
        return tokenizer.Tokens;
    }

    /// <summary>
    /// Normalises any outside text for appending: composed, without lone surrogates.
    /// </summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var hasSurrogates = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
        var whole = hasSurrogates ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace(Noncharacter, '\uFFFD').Normalize(NormalizationForm.FormC);
    }

    public void Clear()
    {
        tokens.Clear();
        position = 0;
    }

    /// <summary>Segments a further text; no phrase spans two texts.</summary>
    /// <param name="composed">As <see cref="Compose"/> gives it; the tokens' starts count in it.</param>
    public void Append(ReadOnlySpan<char> composed) => Append(composed, 0);

    /// <summary>Segments a part of a text; the tokens' starts count in the whole.</summary>
    /// <param name="offset">Where the part begins in the whole.</param>
    public void Append(ReadOnlySpan<char> part, int offset)
    {
        var words = new WordScanner(part);
        while (words.MoveNext())
        {
            position += words.IsAfterBreak ? SentenceGap : 0;
            if (words.Script == Script.Spaced)
            {
                var key = words.IsPlain ? WordKey.OfPlain(part, words.Start, words.Length) : WordKey.Of(part, words.Start, words.Length);
                scanned.Add(new ScannedWord(key, (int)key.Hash, position++, words.Start, words.Length));
            }
            else
            {
                Take(part, offset);
                AppendPairs(part.Slice(words.Start, words.Length), words.Script, offset + words.Start);
            }
        }

        Take(part, offset);
        position += SentenceGap;
    }

    /// <summary>Adds a word that stands in the text in parts: "plugin" for "plug-in". It has no neighbours.</summary>
    /// <param name="start">Where its first part begins in the text.</param>
    /// <param name="length">UTF-16 units up to the end of its last part.</param>
    public void AppendJoined(ReadOnlySpan<char> word, int start, int length)
    {
        tokens.Add(new Token(Vocabulary.Shared.Find(word), position, start, length));
        position += SentenceGap;
    }

    /// <summary>Looks up the words that were scanned.</summary>
    private void Take(ReadOnlySpan<char> part, int offset)
    {
        var words = CollectionsMarshal.AsSpan(scanned);
        touched ^= Vocabulary.Shared.Touch(words);
        var first = tokens.Count;
        CollectionsMarshal.SetCount(tokens, first + words.Length);
        var taken = CollectionsMarshal.AsSpan(tokens)[first..];
        for (var index = 0; index < words.Length; index++)
        {
            ref readonly var word = ref words[index];
            var written = Vocabulary.Shared.Find(word.Key, word.Hash, part.Slice(word.Start, word.Length));
            taken[index] = new Token(written, word.Position, offset + word.Start, word.Length);
        }

        scanned.Clear();
    }

    /// <summary>Overlapping pairs of letters, so that any run of two letters or more is found in any longer one.</summary>
    private void AppendPairs(ReadOnlySpan<char> surface, Script script, int offset)
    {
        var start = 0;
        do
        {
            var second = start + Units(surface, start);
            var end = second < surface.Length ? second + Units(surface, second) : second;
            var pair = start == 0 && script == Script.Hangul
                ? Marked(surface[start..end])
                : Vocabulary.Shared.Find(surface[start..end]);
            tokens.Add(new Token(pair, position++, offset + start, end - start));
            start = second;
        }
        while (start + Units(surface, start) < surface.Length);
    }

    private static WrittenWord Marked(ReadOnlySpan<char> pair)
    {
        // A pair is at most two letters of two units each.
        Span<char> marked = stackalloc char[5];
        marked[0] = WordStart;
        pair.CopyTo(marked[1..]);
        return Vocabulary.Shared.Find(marked[..(pair.Length + 1)]);
    }

    private static int Units(ReadOnlySpan<char> surface, int index) =>
        index < surface.Length && char.IsHighSurrogate(surface[index]) ? 2 : 1;
}
