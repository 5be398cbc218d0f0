using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.TextAnalysis;

/// <summary>
/// Remembers the words that were folded and stemmed, as they are written, so that it is done once per distinct word and not per token.
/// Any number of threads read without a lock; one at a time adds. When it is full it starts anew: it is only a memory.
/// </summary>
internal sealed class Vocabulary(int capacity = Vocabulary.MostWords)
{
    /// <summary>More than the words of a year's news in one language; some 40 MB at the utmost.</summary>
    private const int MostWords = 1 << 17;

    private const int FirstSlots = 1 << 12;

    /// <summary>Letters that fit into a key as they are.</summary>
    private const int ShortWord = 8;

    private static readonly Vector128<ushort>[] Masks = [.. Enumerable.Range(0, ShortWord + 1).Select(length =>
        Vector128.LessThan(Vector128<ushort>.Indices, Vector128.Create((ushort)length)))];

    private readonly Lock adding = new();
    private Slot[] slots = new Slot[FirstSlots];
    private int count;

    public static Vocabulary Shared { get; } = new();

    /// <summary>The term and the shape of a word that stands in a text.</summary>
    public WrittenWord Find(ReadOnlySpan<char> text, int start, int length)
    {
        var (first, second) = KeyOf(text, start, length);
        var known = Volatile.Read(ref slots);
        for (var index = Place(first, second, known.Length); ; index = (index + 1) & (known.Length - 1))
        {
            ref var slot = ref known[index];
            var here = Volatile.Read(ref slot.First);
            if (here == first && slot.Second == second)
            {
                return slot.Word;
            }

            if (here == 0)
            {
                return Add(first, second, text.Slice(start, length));
            }
        }
    }

    private WrittenWord Add(ulong first, ulong second, ReadOnlySpan<char> surface)
    {
        var word = Analyze(surface);
        lock (adding)
        {
            if (count >= capacity)
            {
                count = 0;
                Volatile.Write(ref slots, new Slot[FirstSlots]);
            }
            else if (count * 4L >= slots.Length * 3L)
            {
                Volatile.Write(ref slots, Doubled());
            }

            count++;
            Put(slots, new Slot { First = first, Second = second, Word = word });
        }

        return word;
    }

    private WrittenWord Analyze(ReadOnlySpan<char> surface)
    {
        var word = Folding.Word(surface);
        if (!surface.SequenceEqual(word) && Folding.Word(word) == word && word.Length > 0)
        {
            // Korea and KOREA share their term with korea.
            return WrittenWord.Of(Find(word, 0, word.Length).Term, Shapes.Of(surface));
        }

        var plain = Shared(Folding.WithoutAccents(word), word);
        return WrittenWord.Of(new Term(word, plain, Shared(Stemming.Stem(plain), plain)), Shapes.Of(surface));

        static string Shared(string form, string other) => form == other ? other : form;
    }

    private Slot[] Doubled()
    {
        var larger = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.First != 0)
            {
                Put(larger, slot);
            }
        }

        return larger;
    }

    /// <summary>The first half of the key goes in last: a reader that sees it sees the whole slot. Two threads may add one word twice.</summary>
    private static void Put(Slot[] into, Slot slot)
    {
        var index = Place(slot.First, slot.Second, into.Length);
        while (into[index].First != 0)
        {
            index = (index + 1) & (into.Length - 1);
        }

        (into[index].Second, into[index].Word) = (slot.Second, slot.Word);
        Volatile.Write(ref into[index].First, slot.First);
    }

    /// <summary>The folded product of both halves: every letter changes every bit.</summary>
    private static int Place(ulong first, ulong second, int slots)
    {
        var high = Math.BigMul(first ^ WordHash.Start, second ^ 0x9E3779B97F4A7C15, out ulong low);
        return (int)(high ^ low) & (slots - 1);
    }

    /// <summary>The letters of a short word; two hashes of a long one, marked by a noncharacter that no word holds. The first is never 0.</summary>
    private static (ulong First, ulong Second) KeyOf(ReadOnlySpan<char> text, int start, int length)
    {
        if (length > ShortWord)
        {
            return LongKey(text.Slice(start, length));
        }

        if (start + ShortWord > text.Length)
        {
            return LastKey(text.Slice(start, length));
        }

        var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(start, ShortWord)));
        var key = (letters & Masks[length]).AsUInt64();
        return (key.GetElement(0), key.GetElement(1));
    }

    private static (ulong First, ulong Second) LongKey(ReadOnlySpan<char> word)
    {
        var hash = WordHash.Of(word);
        return (hash, WordHash.Join(hash, WordHash.Of(word[1..^1])) | 0xFFFF_0000_0000_0000);
    }

    /// <summary>Of a word too near to the end of its text.</summary>
    private static (ulong First, ulong Second) LastKey(ReadOnlySpan<char> word)
    {
        Span<char> padded = stackalloc char[ShortWord];
        padded.Clear();
        word.CopyTo(padded);
        return KeyOf(padded, 0, word.Length);
    }

    private struct Slot
    {
        public ulong First;
        public ulong Second;
        public WrittenWord Word;
    }
}
