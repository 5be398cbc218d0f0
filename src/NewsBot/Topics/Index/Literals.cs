using System.Collections.Concurrent;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>The literals of all topics: equal parts of queries are one, as long as one topic needs it.</summary>
internal sealed class Literals
{
    private readonly LiteralKeys keys;
    private readonly Retired retired;
    private readonly Chunked<int> uses = new();
    private int[] filters = [];
    private readonly Numbers numbers = new();
    private readonly List<(ulong Key, int Literal)> alike = [];

    /// <summary>What an article must be asked where a key is no proof, and under which other literals a literal stands.</summary>
    private readonly ConcurrentDictionary<int, Details> details = [];

    public Literals(LiteralKeys keys, Retired retired)
    {
        (this.keys, this.retired) = (keys, retired);
        Table = new KeyTable(All);
    }

    /// <summary>Literals that no word leads to: asked of every article.</summary>
    public int[] Filters => Volatile.Read(ref filters);

    public Chunked<Literal> All { get; } = new();

    public KeyTable Table { get; }

    /// <summary>Above every literal's number.</summary>
    public int Bound => numbers.Bound;

    /// <summary>The part of a query that a literal stands for; null when the literal has gone.</summary>
    public TopicNode? PartOf(int literal) => details.TryGetValue(literal, out var found) ? found.Part : null;

    /// <summary>The literal of a part of a query, for one more topic.</summary>
    public int Take(TopicNode leaf)
    {
        var identity = keys.Identity(leaf);
        var known = Find(identity);
        if (known == 0)
        {
            known = New(identity, Posting.None);
            AddAliases(known, leaf);
        }

        uses[known]++;
        return known;
    }

    /// <summary>One topic less needs it.</summary>
    public void GiveBack(int literal)
    {
        if (--uses[literal] > 0)
        {
            return;
        }

        if (filters.Contains(literal))
        {
            Volatile.Write(ref filters, [.. filters.Where(filter => filter != literal)]);
        }

        Remove(literal);
        if (details.TryRemove(literal, out var gone))
        {
            foreach (var alias in gone.Aliases)
            {
                Remove(alias);
            }
        }
    }

    private int Find(ulong identity)
    {
        alike.Clear();
        Table.Snapshot().AddAll(identity, numbers.Bound, alike);
        foreach (var (_, literal) in alike)
        {
            if (All[literal].Key == identity && !Posting.IsAlias(All[literal].Postings))
            {
                return literal;
            }
        }

        return 0;
    }

    private void AddAliases(int literal, TopicNode leaf)
    {
        LiteralKey[] aliases = [.. keys.Aliases(leaf)];
        if (LiteralKeys.IsFilter(leaf))
        {
            details[literal] = new Details(leaf, []);
            Volatile.Write(ref filters, [.. filters, literal]);
        }
        else if (aliases.Length > 0)
        {
            // Before the aliases, because a reader that meets one asks for the part.
            var made = new int[aliases.Length];
            details[literal] = new Details(leaf, made);
            for (var index = 0; index < made.Length; index++)
            {
                made[index] = New(aliases[index].Key, Posting.OfAlias(literal, !aliases[index].IsProof));
            }
        }
    }

    private int New(ulong key, long postings)
    {
        var literal = numbers.Take();
        All.Reserve(literal);
        uses.Reserve(literal);
        (All[literal].Key, All[literal].Postings) = (key, postings);
        Table.Add(key, literal);
        return literal;
    }

    private void Remove(int literal)
    {
        Table.Remove(All[literal].Key, literal);
        retired.Add(numbers, literal);
    }

    private sealed record Details(TopicNode Part, int[] Aliases);
}
