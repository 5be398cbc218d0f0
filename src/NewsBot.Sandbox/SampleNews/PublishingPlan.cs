namespace NewsBot.Sandbox.SampleNews;

/// <summary>Decides what the sample news publishes and when. Keeps no clock and no thread: whoever asks brings the
/// time, and one caller at a time.</summary>
internal sealed class PublishingPlan
{
    /// <summary>From the first follower of a topic to a page about it: long enough to read the bot's answer first.</summary>
    public static readonly TimeSpan FirstPageAfter = TimeSpan.FromSeconds(6);

    /// <summary>Between further pages while somebody follows something.</summary>
    public static readonly TimeSpan FurtherPagesEvery = TimeSpan.FromSeconds(30);

    private readonly SampleCatalogue catalogue;
    private readonly HashSet<string> used;
    private readonly List<string> followed = [];
    private readonly Queue<(string Topic, DateTimeOffset Due)> awaited = new();
    private DateTimeOffset? furtherDue;
    private bool preferFollowed = true;

    public PublishingPlan(SampleCatalogue catalogue)
    {
        this.catalogue = catalogue;
        used = [.. catalogue.Pages.Where(page => page.Baseline).Select(page => page.Slug)];
    }

    /// <summary>Notes a follower. Only the first one of a topic, compared by what was typed without case, is
    /// promised a page; later ones move it to the front of what is preferred.</summary>
    public void Follow(string topic, DateTimeOffset now)
    {
        var first = followed.RemoveAll(known => known.Equals(topic, StringComparison.OrdinalIgnoreCase)) == 0;
        followed.Add(topic);
        if (first)
        {
            awaited.Enqueue((topic, now + FirstPageAfter));
            furtherDue ??= now + FirstPageAfter + FurtherPagesEvery;
        }
    }

    /// <summary>What is to be published by <paramref name="now"/>; what is returned counts as published.</summary>
    public IReadOnlyList<PlannedPage> TakeDue(DateTimeOffset now)
    {
        var due = new List<PlannedPage>();
        while (awaited.TryPeek(out var next) && next.Due <= now)
        {
            awaited.Dequeue();
            due.Add(new PlannedPage(Use(catalogue.Best(next.Topic, Unused)), next.Topic));
        }

        if (furtherDue <= now)
        {
            // A machine that slept must not find an hour of pages at once: one page, and the beat starts anew.
            furtherDue = furtherDue + FurtherPagesEvery > now ? furtherDue + FurtherPagesEvery : now + FurtherPagesEvery;
            if ((preferFollowed ? TakeNext() : Use(NextInOrder())) is { } page)
            {
                due.Add(new PlannedPage(page, page.About[0]));
            }

            // Every other page is for the followers, the rest shows them what they are spared.
            preferFollowed = !preferFollowed;
        }

        return due;
    }

    /// <summary>The next page for somebody who will not wait: about the most recently followed topic, else in the
    /// catalogue's order; null when every page is out.</summary>
    public SamplePage? TakeNext() =>
        Use(Enumerable.Reverse(followed).Select(topic => catalogue.Best(topic, Unused)).FirstOrDefault(page => page is not null)
            ?? NextInOrder());

    private SamplePage? NextInOrder() => catalogue.Pages.FirstOrDefault(Unused);

    private bool Unused(SamplePage page) => !used.Contains(page.Slug);

    private SamplePage? Use(SamplePage? page)
    {
        if (page is not null)
        {
            used.Add(page.Slug);
        }

        return page;
    }
}
