namespace NewsBot.Topics.Index;

/// <summary>
/// The topics under each literal. A list is a run that readers hold while it is read: a removed posting becomes 0 in its place,
/// which a later one may take, and a longer run replaces a full one.
/// </summary>
internal sealed class Postings(Chunked<Literal> literals, Retired retired)
{
    /// <summary>Postings that come from memory in one piece of 64 bytes.</summary>
    public const int Fetched = 8;

    private readonly Runs<long> runs = new(retired);

    public ReadOnlySpan<long> ListOf(long postings) => RunOf(postings);

    public void Add(int literal, long posting)
    {
        ref var postings = ref literals[literal].Postings;
        if (postings == Posting.None)
        {
            Volatile.Write(ref postings, posting);
        }
        else if (Posting.IsOnlyOne(postings))
        {
            var two = MakeRun(2, out var made);
            (two[0], two[1]) = (postings, posting);
            Volatile.Write(ref postings, made);
        }
        else
        {
            Append(ref postings, posting);
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
        var list = RunOf(postings);
        foreach (ref var posting in list)
        {
            if (posting != Posting.None && Posting.Topic(posting) == topic)
            {
                Volatile.Write(ref posting, Posting.None);
            }
        }

        if (!list.ContainsAnyExcept(Posting.None))
        {
            GiveBack(postings);
            Volatile.Write(ref postings, Posting.None);
        }
    }

    private void Append(ref long postings, long posting)
    {
        var list = RunOf(postings);
        var place = list.IndexOf(Posting.None);
        if (place >= 0)
        {
            Volatile.Write(ref list[place], posting);
            return;
        }

        var full = postings;
        var longer = MakeRun(list.Length + (list.Length / 2) + 1, out var made);
        longer[list.Length..].Clear();
        list.CopyTo(longer);
        longer[list.Length] = posting;
        Volatile.Write(ref postings, made);
        GiveBack(full);
    }

    private Span<long> MakeRun(int length, out long list)
    {
        var run = runs.Take(length);
        list = Posting.OfList(run, length);
        return runs[run, length];
    }

    private void GiveBack(long list) => runs.GiveBack(Posting.Target(list), Posting.Length(list));

    private Span<long> RunOf(long list) => runs[Posting.Target(list), Posting.Length(list)];
}
