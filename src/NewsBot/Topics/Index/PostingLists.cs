using System.Runtime.InteropServices;

namespace NewsBot.Topics.Index;

/// <summary>The topics under each literal: a single one in the literal itself, several in a list whose used part comes first.</summary>
internal sealed class PostingLists
{
    private readonly RunPool<Posting> runs = new();

    /// <summary>The postings of a list, and none in the room that it has left.</summary>
    public ReadOnlySpan<Posting> this[Posting list] => RunOf(list);

    /// <summary>Reads the first posting of each list. The result means nothing; it keeps the reads from being left out.</summary>
    public ulong Prefetch(ReadOnlySpan<Posting> postings)
    {
        var read = 0UL;
        foreach (var posting in postings)
        {
            if (posting.IsList)
            {
                read ^= (ulong)runs[posting.Run, 1][0].Topic;
            }
        }

        return read;
    }

    /// <param name="postings">Of the literal; replaced when it moves.</param>
    public void Add(ref Posting postings, Posting posting)
    {
        if (postings.IsNone)
        {
            postings = posting;
            return;
        }

        if (postings.IsTopic)
        {
            var only = postings;
            postings = TakeList(2);
            RunOf(postings)[0] = only;
        }

        Append(ref postings, posting);
    }

    /// <summary>Takes the topic from under a literal, where it may be or not.</summary>
    /// <param name="postings">Of the literal; replaced when it becomes empty.</param>
    public void Remove(ref Posting postings, int topic)
    {
        if (postings.IsTopic)
        {
            postings = postings.Topic == topic ? default : postings;
        }
        else if (postings.IsList)
        {
            RemoveFromList(ref postings, topic);
        }
    }

    private void RemoveFromList(ref Posting postings, int topic)
    {
        var run = RunOf(postings);
        var used = Used(run).Length;
        for (var index = used - 1; index >= 0; index--)
        {
            if (run[index].Topic == topic)
            {
                run[index] = run[--used];
                run[used] = default;
            }
        }

        if (used == 0)
        {
            runs.Return(postings.Run, postings.Capacity);
            postings = default;
        }
    }

    private void Append(ref Posting postings, Posting posting)
    {
        var used = Used(RunOf(postings)).Length;
        if (used == postings.Capacity)
        {
            var full = postings;
            postings = TakeList(used + (used / 2) + 1);
            RunOf(full).CopyTo(RunOf(postings));
            runs.Return(full.Run, full.Capacity);
        }

        RunOf(postings)[used] = posting;
    }

    private Posting TakeList(int capacity)
    {
        var list = Posting.OfList(runs.Take(capacity), capacity);
        RunOf(list).Clear();
        return list;
    }

    private Span<Posting> RunOf(Posting list) => runs[list.Run, list.Capacity];

    private static Span<Posting> Used(Span<Posting> run)
    {
        var free = MemoryMarshal.Cast<Posting, ulong>(run).IndexOf(0UL);
        return free < 0 ? run : run[..free];
    }
}
