using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>
/// What the topics ask for, each thing once as long as a topic needs it: a word, two neighbouring words, a name in any of its forms, a
/// filter. A literal is a number, 1 or more.
/// </summary>
internal sealed class Literals(LiteralKeys keys)
{
    private readonly Stack<int> free = [];
    private readonly List<int> filters = [];
    private readonly Dictionary<int, Details> details = [];
    private Literal[] all = new Literal[1 << 10];
    private int[] uses = new int[1 << 10];

    /// <summary>Literals that no word leads to: tested on every article.</summary>
    public IReadOnlyList<int> Filters => filters;

    public KeyTable Table { get; } = new();

    /// <summary>Above every literal that was ever in use.</summary>
    public int Bound { get; private set; } = 1;

    public ulong KeyOf(int literal) => all[literal].Key;

    public ref Posting PostingsOf(int literal) => ref all[literal].Postings;

    /// <summary>The part of a query that a literal stands for; null for a word or a pair of words, whose key says all.</summary>
    public TopicNode? PartOf(int literal) => details.TryGetValue(literal, out var found) ? found.Part : null;

    /// <summary>The literal of a part of a query, for one more topic.</summary>
    public int Acquire(TopicNode leaf)
    {
        var identity = keys.Identity(leaf);
        var literal = Find(identity);
        if (literal == 0)
        {
            literal = Create(identity, default);
            Describe(literal, leaf);
        }

        uses[literal]++;
        return literal;
    }

    /// <summary>One topic less needs it.</summary>
    public void Release(int literal)
    {
        if (--uses[literal] > 0)
        {
            return;
        }

        filters.Remove(literal);
        Delete(literal);
        if (details.Remove(literal, out var gone))
        {
            foreach (var alias in gone.Aliases)
            {
                Delete(alias);
            }
        }
    }

    private int Find(ulong identity)
    {
        var slot = Table.IndexOf(identity);
        while (Table.Next(identity, ref slot) is var literal and not 0)
        {
            if (all[literal].Key == identity && !all[literal].Postings.IsAlias)
            {
                return literal;
            }
        }

        return 0;
    }

    private void Describe(int literal, TopicNode leaf)
    {
        if (LiteralKeys.IsFilter(leaf))
        {
            filters.Add(literal);
        }

        if (!LiteralKeys.IsPlainText(leaf))
        {
            details[literal] = new Details(leaf, [.. keys.Aliases(leaf).Select(alias => Create(alias.Key, Posting.OfAlias(literal, !alias.IsProof)))]);
        }
    }

    private int Create(ulong key, Posting postings)
    {
        if (!free.TryPop(out var literal))
        {
            literal = Bound++;
            if (literal == all.Length)
            {
                Array.Resize(ref all, all.Length + (all.Length / 2));
                Array.Resize(ref uses, all.Length);
            }
        }

        all[literal] = new Literal { Key = key, Postings = postings };
        Table.Add(key, literal);
        return literal;
    }

    private void Delete(int literal)
    {
        Table.Remove(all[literal].Key, literal);
        free.Push(literal);
    }

    private struct Literal
    {
        /// <summary>The hash by which an article finds it.</summary>
        public ulong Key;

        /// <summary>Its topics, or the literal that it is another name of.</summary>
        public Posting Postings;
    }

    private sealed record Details(TopicNode Part, int[] Aliases);
}
