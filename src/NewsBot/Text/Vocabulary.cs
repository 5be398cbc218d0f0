namespace NewsBot.Text;

/// <summary>
/// Remembers the words that were folded and stemmed, as they are written, so that it is done once per distinct word and not per token.
/// Any number of threads read without a lock; one at a time adds. When it is full it starts anew: it is only a memory.
/// </summary>
internal sealed class Vocabulary(int capacity = Vocabulary.MaxWords)
{
    /// <summary>More than the words of a year's news in one language; some 40 MB at the utmost.</summary>
    private const int MaxWords = 1 << 17;

    private const int FirstSlots = 1 << 12;

    /// <summary>Slots in a row that memory brings together: a word belongs into one of them, or into the next ones with room.</summary>
    private const int Together = 2;

    private readonly Lock adding = new();
    private Slot[] slots = new Slot[FirstSlots];
    private int count;

    public static Vocabulary Shared { get; } = new();

    /// <summary>The term and the shape of a word.</summary>
    public WrittenWord Find(ReadOnlySpan<char> surface)
    {
        var key = WordKey.Of(surface, 0, surface.Length);
        return Find(key, (int)key.Hash, surface);
    }

    /// <summary>The term and the shape of a word whose key is known.</summary>
    /// <param name="hash">The lower half of the key's.</param>
    public WrittenWord Find(WordKey key, int hash, ReadOnlySpan<char> surface)
    {
        var known = Volatile.Read(ref slots);
        for (var index = PlaceOf(hash, known); ; index = (index + Together) & (known.Length - 1))
        {
            // Which of the two it is cannot be guessed: it is reckoned, as a guess that fails costs more.
            var second = Holds(ref known[index + 1], key) ? 1 : 0;
            ref var slot = ref known[index + second];
            if (Holds(ref slot, key))
            {
                return slot.Word;
            }

            if (Volatile.Read(ref known[index + 1].First) == 0)
            {
                return Add(key, surface);
            }
        }
    }

    /// <summary>
    /// Reads the places of many words in a row without a question, so that memory fetches them together: they lie far apart.
    /// Returns a number without a meaning, which is to be kept so that the reading is not left out.
    /// </summary>
    public ulong Touch(ReadOnlySpan<ScannedWord> words)
    {
        var touched = 0UL;
        var known = Volatile.Read(ref slots);
        foreach (ref readonly var word in words)
        {
            touched ^= known[PlaceOf(word.Hash, known)].First;
        }

        return touched;
    }

    private WrittenWord Add(WordKey key, ReadOnlySpan<char> surface)
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
            Put(slots, new Slot { First = key.First, Second = key.Second, Word = word });
        }

        return word;
    }

    private WrittenWord Analyze(ReadOnlySpan<char> surface)
    {
        var word = Folding.Word(surface);
        if (!surface.SequenceEqual(word) && Folding.Word(word) == word && word.Length > 0)
        {
            // Korea and KOREA share their term with korea.
            return WrittenWord.Of(Find(word).Term, TokenCasing.Of(surface));
        }

        var plain = Folding.WithoutAccents(word) is { Length: > 0 } letters ? Shared(letters, word) : word;
        return WrittenWord.Of(new Term(word, plain, Shared(Stemming.Stem(word, plain), plain)), TokenCasing.Of(surface));

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
        var index = PlaceOf((int)new WordKey(slot.First, slot.Second).Hash, into);
        while (into[index].First != 0)
        {
            index = (index + 1) & (into.Length - 1);
        }

        (into[index].Second, into[index].Word) = (slot.Second, slot.Word);
        Volatile.Write(ref into[index].First, slot.First);
    }

    private static int PlaceOf(int hash, Slot[] slots) => hash & (slots.Length - 1) & -Together;

    private static bool Holds(ref Slot slot, WordKey key) => (Volatile.Read(ref slot.First) == key.First) & (slot.Second == key.Second);

    private struct Slot
    {
        public ulong First;
        public ulong Second;
        public WrittenWord Word;
    }
}
