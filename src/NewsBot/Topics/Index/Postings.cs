namespace NewsBot.Topics.Index;

/// <summary>
/// The topics under each literal. A list is an array that readers hold while it is read: a removed posting becomes 0 in its place,
/// which a later one may take, and a longer array replaces a full one.
/// </summary>
internal sealed class Postings(Chunked<Literal> literals, Retired retired)
{
    private readonly Chunked<long[]?> lists = new();
    private readonly Numbers free = new();

    public ReadOnlySpan<long> ListOf(long postings) => Volatile.Read(ref lists[Posting.Target(postings)]);

    public void Add(int literal, long posting)
    {
        ref var postings = ref literals[literal].Postings;
        if (postings == Posting.None)
        {
            Volatile.Write(ref postings, posting);
        }
        else if (Posting.IsOnlyOne(postings))
        {
            Volatile.Write(ref postings, Posting.OfList(NewList([postings, posting])));
        }
        else
        {
            Append(ref lists[Posting.Target(postings)], posting);
        }
    }

    /// <summary>Takes the topic from under a literal, where it may be or not.</summary>
    public void Remove(int literal, int topic)
    {
        ref var postings = ref literals[literal].Postings;
        if (Posting.IsList(postings))
        {
            RemoveFromList(ref postings, topic);
        }
        else if (postings != Posting.None && Posting.Topic(postings) == topic)
        {
            Volatile.Write(ref postings, Posting.None);
        }
    }

    private void RemoveFromList(ref long postings, int topic)
    {
        var number = Posting.Target(postings);
        foreach (ref var posting in lists[number].AsSpan())
        {
            if (posting != Posting.None && Posting.Topic(posting) == topic)
            {
                Volatile.Write(ref posting, Posting.None);
            }
        }

        if (!lists[number].AsSpan().ContainsAnyExcept(Posting.None))
        {
            Volatile.Write(ref postings, Posting.None);
            retired.Add(free, number);
        }
    }

    private static void Append(ref long[]? list, long posting)
    {
        var place = Array.IndexOf(list!, Posting.None);
        if (place < 0)
        {
            place = list!.Length;
            var longer = new long[place + (place / 2) + 1];
            list.CopyTo(longer, 0);
            longer[place] = posting;
            Volatile.Write(ref list, longer);
        }
        else
        {
            Volatile.Write(ref list![place], posting);
        }
    }

    private int NewList(long[] list)
    {
        var number = free.Take();
        lists.Reserve(number);
        Volatile.Write(ref lists[number], list);
        return number;
    }
}
