using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Articles;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Intake;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Stories;
using NewsBot.Tests.Articles;
using NewsBot.Tests.Articles.Extraction;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Intake;

public sealed class ArticleReadingWorkerTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly WorkSignal<Article> articles = new();
    private readonly ConcurrentQueue<string> fetched = [];
    private readonly Source source = Some.Source();
    private Func<Uri, FetchOutcome> site = address => Page(address);
    private Task slow = Task.CompletedTask;

    public ArticleReadingWorkerTests() => Add(source);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task An_entry_becomes_an_article_with_its_story()
    {
        Add(Some.Entry());

        await RunAsync();

        var article = Assert.Single(All<Article>());
        Assert.Equal(string.Join("\n\n", Sample.Paragraphs), article.Text);
        Assert.Equal(Assert.Single(All<Story>()).Id, article.StoryId);
        Assert.Equal(EntryState.Read, Assert.Single(All<Entry>()).State);
        Assert.Null(article.MatchedAt);
        await articles.WaitAsync(TimeSpan.FromMinutes(5), time, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_baseline_is_never_fetched()
    {
        Add(Baseline(Some.Entry()));

        await RunAsync();

        Assert.Empty(fetched);
        var article = Assert.Single(All<Article>());
        Assert.Equal(Some.Text, article.Text);
        Assert.False(article.IsNews);
    }

    [Fact]
    public async Task News_is_read_before_baselines_and_the_newest_first()
    {
        for (var i = 0; i < 20; i++)
        {
            Add(Baseline(Some.Entry($"https://news.example/old-{i}")));
        }

        var (older, newer) = (Some.Entry("https://news.example/older"), Some.Entry("https://news.example/newer"));
        older.FirstSeenAt -= TimeSpan.FromMinutes(1);
        Add(older, newer);

        var waiting = await Filing().WaitingAsync(3, new EntriesInFlight(), TestContext.Current.CancellationToken);

        Assert.Equal(["https://news.example/newer", "https://news.example/older", "https://news.example/old-19"], waiting.Select(entry => entry.Address));
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_tried_three_times_and_then_the_feed_must_do()
    {
        Add(Some.Entry());
        site = _ => new FetchOutcome.Failed("The server is down.");

        await RunAsync();
        var entry = Assert.Single(All<Entry>());
        Assert.Equal((EntryState.Waiting, 1, "The server is down."), (entry.State, entry.Attempts, entry.FailureReason));
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromMinutes(1), entry.ReadAfter);

        await RunAsync();
        Assert.Single(fetched);
        time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync();

        Assert.Equal(3, fetched.Count);
        Assert.Equal(Some.Text, Assert.Single(All<Article>()).Text);
        Assert.Equal("The server is down.", Assert.Single(All<Entry>()).FailureReason);
    }

    [Fact]
    public async Task A_refusal_that_will_not_pass_leaves_the_feeds_text_at_once()
    {
        Add(Some.Entry());
        site = _ => new FetchOutcome.Failed("The site does not let the bot read this (403 Forbidden).", IsLasting: true);

        await RunAsync();

        Assert.Single(fetched);
        Assert.Equal(Some.Text, Assert.Single(All<Article>()).Text);
    }

    [Fact]
    public async Task A_page_in_place_of_the_article_leaves_the_feeds_text_and_link()
    {
        Add(Some.Entry("https://news.example/bridge"));
        site = _ => new FetchOutcome.Fetched(
            Encoding.UTF8.GetBytes("<html><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We use cookies. Accept all cookies or manage your choices.</p></body></html>"),
            "text/html", new Uri("https://consent.example/collect"), null, null, null, null);

        await RunAsync();

        var article = Assert.Single(All<Article>());
        Assert.Equal((Some.Text, "https://news.example/bridge"), (article.Text, article.Address));
        Assert.Contains("not an article", Assert.Single(All<Entry>()).FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_pages_of_one_host_leave_room_for_other_hosts()
    {
        for (var i = 0; i < 20; i++)
        {
            Add(Seen(Some.Entry($"https://slow.example/{i}")));
        }

        var quick = Some.Entry("https://quick.example/1");
        quick.FirstSeenAt -= TimeSpan.FromMinutes(1);
        Add(quick);
        var release = new TaskCompletionSource();
        slow = release.Task;

        var running = RunAsync();
        await UntilAsync(() => All<Article>().Exists(article => article.Address == "https://quick.example/1"));
        Assert.Single(fetched, address => address.StartsWith("https://slow.example/", StringComparison.Ordinal));

        release.SetResult();
        await running;
        Assert.Equal(21, fetched.Count);
    }

    [Fact]
    public async Task The_text_of_an_article_is_stored_up_to_a_limit_in_whole_paragraphs()
    {
        var paragraph = new string('x', 999);
        Add(Baseline(Some.Entry(text: string.Join("\n\n", Enumerable.Repeat(paragraph, 5_000)))));

        await RunAsync();

        var text = Assert.Single(All<Article>()).Text;
        Assert.InRange(text.Length, 90_000, 100_000);
        Assert.All(text.Split("\n\n"), part => Assert.Equal(paragraph, part));
    }

    [Fact]
    public async Task A_headline_with_neither_page_nor_text_is_an_article()
    {
        Add(Some.Entry(text: ""));
        site = _ => new FetchOutcome.Gone();

        await RunAsync();

        var entry = Assert.Single(All<Entry>());
        Assert.Equal((EntryState.Read, "The page is gone."), (entry.State, entry.FailureReason));
        Assert.Equal((entry.Title, "", null), (Assert.Single(All<Article>()).Title, Assert.Single(All<Article>()).Text, Assert.Single(All<Article>()).Lede));
    }

    [Fact]
    public async Task An_entry_with_neither_page_nor_text_nor_title_is_unreadable()
    {
        var empty = Some.Entry(text: "");
        empty.Title = "";
        Add(empty);
        site = _ => new FetchOutcome.Gone();

        await RunAsync();

        Assert.Equal(EntryState.Unreadable, Assert.Single(All<Entry>()).State);
        Assert.Empty(All<Article>());
    }

    [Fact]
    public async Task The_same_page_from_two_feeds_is_one_article()
    {
        Add(Some.Entry("https://news.example/bridge?utm_source=a"), Some.Entry("https://news.example/bridge?utm_source=b"));

        await RunAsync();

        Assert.Single(All<Article>());
        Assert.All(All<Entry>(), entry => Assert.Equal(EntryState.Read, entry.State));
    }

    [Fact]
    public async Task A_copy_elsewhere_joins_the_story_within_three_days()
    {
        Add(Some.Entry());
        await RunAsync();
        time.Advance(TimeSpan.FromHours(71));
        Add(Seen(Some.Entry("https://copy.example/b")));
        await RunAsync();
        time.Advance(TimeSpan.FromHours(80));
        Add(Seen(Some.Entry("https://late.example/b")));
        await RunAsync();

        Assert.Equal([1, 1, 2], All<Article>().OrderBy(article => article.Id).Select(article => article.StoryId));
    }

    [Fact]
    public async Task One_bad_entry_does_not_hold_up_the_others()
    {
        Add(Some.Entry("https://news.example/bad"), Some.Entry("https://news.example/good"));
        site = address => address.AbsolutePath == "/bad" ? throw new InvalidOperationException("Bug.") : Page(address);

        await RunAsync();

        Assert.Equal("https://news.example/good", Assert.Single(All<Article>()).Address);
        Assert.Contains("Bug.", All<Entry>().Single(entry => entry.State == EntryState.Waiting).FailureReason, StringComparison.Ordinal);
    }

    private static FetchOutcome.Fetched Page(Uri address) =>
        new FetchOutcome.Fetched(Encoding.UTF8.GetBytes(Sample.Page()), "text/html", address, null, null, null, null);

    private static Entry Baseline(Entry entry)
    {
        entry.Baseline = true;
        return entry;
    }

    private Entry Seen(Entry entry)
    {
        entry.FirstSeenAt = time.GetUtcNow();
        return entry;
    }

    private void Add(params object[] rows)
    {
        using var db = store.Open();
        foreach (var entry in rows.OfType<Entry>())
        {
            entry.SourceId = source.Id;
        }

        db.AddRange(rows);
        db.SaveChanges();
    }

    private List<TRow> All<TRow>()
        where TRow : class
    {
        using var db = store.Open();
        return [.. db.Set<TRow>().AsNoTracking()];
    }

    private ArticleWriter Filing() => new(store.Factory, new ArticleBuilder(Options.Create(new ArticleOptions())), new StoryAssigner(Options.Create(new StoryOptions())), time, NullLogger<ArticleWriter>.Instance);

    /// <summary>Runs the loop until nothing waits whose turn has come.</summary>
    private async Task RunAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var filing = Filing();
        var reader = new EntryReader(FetchAsync, new PageReader(time), Options.Create(new ArticleOptions()));
        using var lifetime = new StartedHost();
        var context = new WorkerContext(lifetime, new Heartbeats(time), time, NullLogger<Worker>.Instance);
        using var loop = new ArticleReadingWorker(context, reader, filing, new WorkSignal<Entry>(), articles);
        await loop.StartAsync(cancellation);
        for (var i = 0; i < 500 && (await filing.WaitingAsync(1, new EntriesInFlight(), cancellation)).Count > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
        }

        await loop.StopAsync(cancellation);
    }

    private async Task<FetchOutcome> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        fetched.Enqueue(address.AbsoluteUri);
        if (address.Host == "slow.example")
        {
            await slow.WaitAsync(cancellationToken);
        }

        return site(address);
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        for (var i = 0; i < 1_000 && !isTrue(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(isTrue());
    }

    private sealed class StartedHost : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();

        public StartedHost() => started.Cancel();

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }

        public void Dispose() => started.Dispose();
    }
}
