namespace NewsBot.Sandbox.SampleNews;

/// <summary>The sample news: which invented pages are published, and since when. Safe for many threads.</summary>
public sealed class SampleNewsSite
{
    /// <summary>Between the ages of the pages that stand on the site when it opens; the newest is this old.</summary>
    private static readonly TimeSpan BaselineSpacing = TimeSpan.FromHours(5);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly PublishingPlan plan;
    private readonly FillerNewsSite gazette = new();
    private readonly Dictionary<string, PublishedPage> bySlug = new(StringComparer.Ordinal);
    private readonly List<PublishedPage> inOrder = [];
    private readonly HashSet<string> reserved;
    private int demonstrations;

    /// <summary>Opens the site with its few older pages.</summary>
    public SampleNewsSite(TimeProvider clock)
    {
        this.clock = clock;
        var catalogue = SampleCatalogue.Load();
        plan = new PublishingPlan(catalogue);

        // A sample's address must stay free until the sample is published; below /news/archive no page is served.
        reserved = [.. catalogue.Pages.Select(page => page.Slug), "archive"];
        var baseline = catalogue.Pages.Where(page => page.Baseline).ToList();
        for (var index = 0; index < baseline.Count; index++)
        {
            Add(FromCatalogue(baseline[index], clock.GetUtcNow() - BaselineSpacing * (baseline.Count - index)));
        }
    }

    /// <summary>Everything published so far, the newest first.</summary>
    public IReadOnlyList<PublishedPage> Published
    {
        get
        {
            lock (gate)
            {
                return [.. Enumerable.Reverse(inOrder)];
            }
        }
    }

    /// <summary>The published page at <c>/news/SLUG</c>, or null where there is none, or not yet.</summary>
    public PublishedPage? Find(string slug)
    {
        lock (gate)
        {
            return bySlug.GetValueOrDefault(slug);
        }
    }

    /// <summary>Somebody follows a topic. For its first follower a page about it is published within 20 seconds,
    /// and from then on one page more every 30 seconds until all are out.</summary>
    public void TopicFollowed(string topic)
    {
        lock (gate)
        {
            plan.Follow(topic, clock.GetUtcNow());
        }
    }

    /// <summary>Takes the topic from a text typed to the bot: <c>/subscribe X</c>, <c>/follow X</c> (with or without
    /// <c>@bot</c>) or plain text. Other commands are ignored.</summary>
    public void PersonTyped(string text)
    {
        if (TypedTopic.In(text) is { } topic)
        {
            TopicFollowed(topic);
        }
    }

    /// <summary>Publishes one page at once, about the most recently followed topic where one is left.</summary>
    /// <returns>Null when every sample page is published: publishing one again would be a copy, which the bot is
    /// right to keep from its readers.</returns>
    public PublishedPage? PublishNext()
    {
        lock (gate)
        {
            return plan.TakeNext() is { } page ? Add(FromCatalogue(page, clock.GetUtcNow())) : null;
        }
    }

    /// <summary>Publishes a page of the caller at once.</summary>
    /// <exception cref="ArgumentException">The page has no title or no paragraphs.</exception>
    public PublishedPage Publish(OwnPage page)
    {
        if (page.Fault is { } fault)
        {
            throw new ArgumentException(fault, nameof(page));
        }

        lock (gate)
        {
            return Print(page);
        }
    }

    /// <summary>Publishes what is due by now.</summary>
    internal void PublishDue()
    {
        lock (gate)
        {
            foreach (var due in plan.TakeDue(clock.GetUtcNow()))
            {
                _ = due.Page is { } page
                    ? Add(FromCatalogue(page, clock.GetUtcNow()))
                    : Print(gazette.Demonstration(due.Topic, demonstrations++));
            }
        }
    }

    private PublishedPage Print(OwnPage page)
    {
        var slug = PageSlug.For(page.Title!, name => reserved.Contains(name) || bySlug.ContainsKey(name));
        return Add(gazette.Print(page, slug, clock.GetUtcNow()));
    }

    private PublishedPage Add(PublishedPage page)
    {
        bySlug.Add(page.Slug, page);
        inOrder.Add(page);
        return page;
    }

    private static PublishedPage FromCatalogue(SamplePage page, DateTimeOffset publishedAt) =>
        new(page.Slug, page.Title, page.Lede, page.Author, page.Dated, publishedAt)
        {
            Markup = EmbeddedSamples.ReadText(page.File),
        };
}
