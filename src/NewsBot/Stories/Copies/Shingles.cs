using NewsBot.Stories.Vectors;
using NewsBot.Text;

namespace NewsBot.Stories.Copies;

/// <summary>The runs of words by which one text is recognized as an edited copy of another.</summary>
internal sealed class Shingles
{
    /// <summary>Words a shingle (Broder, 1997). With three, a copy with every fifth word replaced still shares half.</summary>
    private const int Words = 3;

    /// <summary>Texts of fewer shingles are one line that many publish: "Watch the video".</summary>
    private const int MinShingles = 16;

    /// <summary>Share of the shorter text that the longer one must hold.</summary>
    private const double MinSharedPart = 0.5;

    /// <summary>So few names and numbers tell nothing.</summary>
    private const int MinFacts = 3;

    /// <summary>It bounds what a book in a feed can cost.</summary>
    private const int MaxLength = 40_000;

    private Shingles(HashSet<uint> all, HashSet<uint> facts)
    {
        All = [.. all.Order()];
        Facts = [.. facts.Order()];
    }

    /// <summary>Hashes of the runs of three words, ascending, each once. Low hashes are as good a sample as any.</summary>
    public uint[] All { get; }

    /// <summary>Hashes of the names and numbers, ascending.</summary>
    private uint[] Facts { get; }

    /// <summary>
    /// Of the prose alone: what others quote too, and tables, are no sign of a copy. Where hardly anything else is left, all counts.
    /// </summary>
    public static Shingles Of(string text)
    {
        var beginning = Tokenizer.Compose(text.Length <= MaxLength ? text : text[..MaxLength]);
        var prose = Read(beginning, proseOnly: true);
        return prose.All.Length >= MinShingles ? prose : Read(beginning, proseOnly: false);
    }

    /// <summary>
    /// Whether most of the shorter text stands in the longer one, and the same names and numbers with it: reports from one template
    /// differ in nothing but those.
    /// </summary>
    public bool IsCopyOf(Shingles other)
    {
        var shorter = Math.Min(All.Length, other.All.Length);
        var facts = Math.Min(Facts.Length, other.Facts.Length);
        return shorter >= MinShingles
            && Shared(All, other.All) >= MinSharedPart * shorter
            && (facts < MinFacts || Shared(Facts, other.Facts) >= MinSharedPart * facts);
    }

    private static Shingles Read(string text, bool proseOnly)
    {
        var all = new HashSet<uint>();
        var facts = new HashSet<uint>();
        var tokenizer = new Tokenizer();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            tokenizer.Clear();
            tokenizer.Append(paragraph);
            if (!proseOnly || !IsTable(tokenizer.Tokens))
            {
                Take(tokenizer.Tokens, proseOnly ? SentenceEnclosures.Mark(paragraph, quotesAlone: true) : null, all, facts);
            }
        }

        return new Shingles(all, facts);
    }

    private static void Take(List<Token> tokens, bool[]? quoted, HashSet<uint> all, HashSet<uint> facts)
    {
        Span<ulong> last = stackalloc ulong[Words];
        var run = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (quoted is not null && quoted[token.Start])
            {
                run = 0;
                continue;
            }

            last[0] = last[1];
            last[1] = last[2];
            last[2] = TermKey.Of(null, token.Term.Stem);
            if (++run >= Words)
            {
                all.Add(Short(WordHash.Join(WordHash.Join(last[0], last[1]), last[2])));
            }

            if (FactAt(tokens, at) is { } fact)
            {
                facts.Add(Short(fact));
            }
        }
    }

    /// <summary>A name within a sentence, or a whole number: "13,000" and "13 000" are 13000.</summary>
    private static ulong? FactAt(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (!char.IsDigit(token.Term.Plain, 0))
        {
            var isWithinSentence = at > 0 && token.Position == tokens[at - 1].Position + 1;
            return isWithinSentence && token.Shape is TokenShape.Capitalised or TokenShape.Upper ? token.StemHash : null;
        }

        var number = token.Term.Plain;
        for (; at + 1 < tokens.Count && IsNextGroup(tokens[at], tokens[at + 1]); at++)
        {
            number += tokens[at + 1].Term.Plain;
        }

        return WordHash.Of(number);
    }

    /// <summary>Three digits after one sign: a thousands group.</summary>
    private static bool IsNextGroup(Token here, Token next) =>
        next.Start == here.End + 1 && next.Length == 3 && char.IsDigit(here.Term.Plain, 0) && char.IsDigit(next.Term.Plain, 0);

    /// <summary>Lines of results and prices: every third word is a number.</summary>
    private static bool IsTable(List<Token> tokens) => 3 * tokens.Count(token => char.IsDigit(token.Term.Plain, 0)) >= tokens.Count;

    private static uint Short(ulong hash) => (uint)(hash >> 32);

    private static int Shared(uint[] one, uint[] other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
