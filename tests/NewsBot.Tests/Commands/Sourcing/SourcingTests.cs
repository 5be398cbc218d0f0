using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Commands;
using NewsBot.Commands.Following;
using NewsBot.Commands.Sourcing;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands.Sourcing;

/// <summary>The commands about sources, on a real store.</summary>
public sealed class SourcingTests : IDisposable
{
    private const long Admin = 1;
    private const long Reader = 2;

    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Texts English = Texts.For("en");

    private readonly TemporaryStore store = new();
    private readonly Dictionary<string, ICommand> commands;
    private int updates;

    public SourcingTests()
    {
        var press = new AddSourceCallback(Options.Create(new RoleOptions { Admins = [Admin] }), new WorkSignal<Source>(), NullLogger<AddSourceCallback>.Instance);
        commands = new ICommand[]
        {
            new AddSourceCommand(press, new WorkSignal<DiscoveryRequest>()), new SourcesCommand(), new SourceCommand(new WorkSignal<Source>(), NullLogger<SourceCommand>.Instance),
            new ExportSourcesCommand(), new PlainTextCommand(),
        }.ToDictionary(command => command.Name);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task An_address_is_looked_for_once_at_a_time()
    {
        Assert.Equal(English.LookingFor("news.example"), await SayAsync(Admin, "addsource", "news.example"));
        Assert.Equal(English.StillLooking, await SayAsync(Admin, "addsource", "other.example"));
        Assert.Equal(English.NotAnAddress("north korea"), await SayAsync(Reader, "addsource", "north korea"));
        Assert.Equal(English.LookingFor("third.example/feed"), await SayAsync(Reader, "addsource", "https://third.example/feed"));

        await using var db = store.Open();
        Assert.Equal(
            [("https://news.example/", true), ("https://third.example/feed", false)],
            await db.Lookups.OrderBy(lookup => lookup.Id).Select(lookup => ValueTuple.Create(lookup.Address, lookup.IsByAdmin)).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_host_alone_is_offered_as_a_topic_and_as_a_site()
    {
        await SayAsync(Reader, "offer", "news.example");
        Assert.Equal("addsource:find news.example", Last!.Rows[^1].Single().Data);
        await SayAsync(Reader, "offer", "North Korea");
        Assert.DoesNotContain(Last!.Rows.SelectMany(row => row), button => button.Data?.StartsWith("addsource", StringComparison.Ordinal) == true);

        Assert.Equal(English.LookingFor("news.example"), await PressAsync(Reader, "addsource:find news.example"));
    }

    [Fact]
    public async Task Somebody_elses_idea_is_watched_when_an_admin_accepts_it_and_both_are_told()
    {
        var feed = await FoundAsync(Reader);

        Assert.Equal(English.Proposed("Daily"), await PressAsync(Reader, $"addsource:take {feed}"));
        var question = Assert.Single(await ToldAsync(Admin));
        Assert.Equal([$"addsource:accept {feed}", $"addsource:decline {feed}"], question.Rows[0].Select(button => button.Data));
        Assert.Empty(await SourcesAsync());

        await PressAsync(Reader, $"addsource:accept {feed}"); // Which is not theirs to say.
        Assert.Empty(await SourcesAsync());
        Assert.Equal(English.SourceAdded("Daily"), await PressAsync(Admin, $"addsource:accept {feed}"));

        Assert.Equal("https://news.example/feed", Assert.Single(await SourcesAsync()).Address);
        Assert.Equal(English.ProposalAccepted("Daily"), (await ToldAsync(Reader))[^1].PlainText());
    }

    [Fact]
    public async Task What_one_admin_has_decided_no_other_decides_anew()
    {
        var feed = await FoundAsync(Reader);
        await PressAsync(Reader, $"addsource:take {feed}");

        await PressAsync(Admin, $"addsource:decline {feed}");
        Assert.Equal(English.ProposalDeclined("Daily"), (await ToldAsync(Reader))[^1].PlainText());

        Assert.Equal(English.ProposalOver, await PressAsync(Admin, $"addsource:accept {feed}"));
        Assert.Empty(await SourcesAsync());
    }

    [Fact]
    public async Task A_found_feed_of_somebody_else_cannot_be_taken_by_its_number()
    {
        var feed = await FoundAsync(Admin);

        Assert.Equal(English.OfferForgotten, await PressAsync(Reader, $"addsource:take {feed}"));
        Assert.Empty(await ToldAsync(Admin));
    }

    [Fact]
    public async Task Proposals_of_one_person_do_not_pile_up()
    {
        for (var number = 0; number < 5; number++)
        {
            await PressAsync(Reader, $"addsource:take {await FoundAsync(Reader, number)}");
        }

        Assert.Equal(English.EnoughProposals, await PressAsync(Reader, $"addsource:take {await FoundAsync(Reader, 6)}"));
        Assert.Equal(5, (await ToldAsync(Admin)).Count);
    }

    [Fact]
    public async Task A_source_is_muted_removed_and_taken_back_without_a_flood()
    {
        await PressAsync(Admin, $"addsource:take {await FoundAsync(Admin)}");
        var id = Assert.Single(await SourcesAsync()).Id;
        await ChangeAsync(source => (source.BaselineAt, source.EntityTag, source.NextCheckAt) = (Now, "\"1\"", Now.AddHours(1)));

        await PressAsync(Admin, $"source:mute {id}");
        Assert.Equal(SourceState.Muted, Assert.Single(await SourcesAsync()).State);
        await PressAsync(Admin, $"source:remove {id}");
        Assert.Equal(English.SourcesNone, await SayAsync(Admin, "sources", ""));
        await PressAsync(Admin, $"source:watch {id}");

        var source = Assert.Single(await SourcesAsync());
        Assert.Equal((SourceState.Watched, (DateTimeOffset?)null, (string?)null, Now.AddHours(1)), (source.State, source.BaselineAt, source.EntityTag, source.NextCheckAt));
        await PressAsync(Admin, $"source:retry {id}");
        Assert.Equal(Now, Assert.Single(await SourcesAsync()).NextCheckAt);
    }

    [Fact]
    public async Task The_list_tells_how_each_source_is_and_turns_its_pages()
    {
        await using (var db = store.Open())
        {
            db.Sources.AddRange(Enumerable.Range(1, 10).Select(number => new Source
            {
                Address = $"https://news-{number}.example/",
                Title = $"News {number}",
                NextCheckAt = Now.AddMinutes(15),
                LastCheckAt = Now.AddMinutes(-5),
                LastSuccessAt = Now.AddMinutes(-5),
                TypicalGap = TimeSpan.FromHours(2),
                Checks = 50,
                UnchangedChecks = 46,
                Failures = number == 10 ? 3 : 0,
                FailureReason = number == 10 ? "It is too busy." : null,
            }));
            await db.SaveChangesAsync(Stop);
        }

        var first = await SayAsync(Admin, "sources", "");
        Assert.StartsWith("10 sources, 1 failing\n\n10. News 10\nfailing: It is too busy.", first, StringComparison.Ordinal);
        Assert.Contains("1. News 1\nread 5 min ago · 12 a day · every 20 min · 92 % unchanged · next in 15 min", first, StringComparison.Ordinal);
        Assert.Equal("sources:2", Last!.Rows[^1].Single().Data);
        Assert.Contains("9. News 9", await PressAsync(Admin, "sources:2"), StringComparison.Ordinal);
        Assert.Contains("Unchanged checks: 92 %", await SayAsync(Admin, "source", "3"), StringComparison.Ordinal);
        Assert.Equal(English.SourceNotFound, await SayAsync(Admin, "source", "99"));
    }

    [Fact]
    public async Task The_export_is_a_file_of_what_is_watched()
    {
        await PressAsync(Admin, $"addsource:take {await FoundAsync(Admin)}");

        Assert.Equal(English.ExportCaption(1), await SayAsync(Admin, "exportsources", ""));
        Assert.Equal("sources.opml", Last!.File!.Name);
        Assert.Contains("xmlUrl=\"https://news.example/feed\"", Last.File.Content, StringComparison.Ordinal);
    }

    /// <summary>The last answer as a message.</summary>
    private Message? Last { get; set; }

    private async Task<long> FoundAsync(long chat, int number = 0)
    {
        await using var db = store.Open();
        var lookup = new DiscoveryRequest { Address = "https://news.example/", ChatId = chat, AskedAt = Now, DoneAt = Now };
        db.Lookups.Add(lookup);
        await db.SaveChangesAsync(Stop);
        var found = new DiscoveredFeed { LookupId = lookup.Id, Address = $"https://news.example/feed{(number == 0 ? "" : $"-{number}")}", Title = "Daily" };
        db.FoundFeeds.Add(found);
        await db.SaveChangesAsync(Stop);
        return found.Id;
    }

    private Task<string> SayAsync(long person, string command, string argument) => RunAsync(
        new IncomingText(++updates, new ChatAddress(person), ChatKind.Private, person, "en", $"/{command} {argument}", updates, false, null), command, argument);

    private Task<string> PressAsync(long person, string data)
    {
        var parts = data.Split(':', 2);
        return RunAsync(new IncomingCallback(++updates, new ChatAddress(person), ChatKind.Private, person, "en", "p", data, 1), parts[0], parts[1]);
    }

    /// <summary>What is answered: the notice on a button, else the message.</summary>
    private async Task<string> RunAsync(Incoming incoming, string command, string argument)
    {
        await using var db = store.Open();
        var subscriber = new Subscriber { ChatId = incoming.Chat.ChatId, Kind = ChatKind.Private, Language = "en", CreatedAt = Now };
        var call = new CommandCall(db, incoming, subscriber, argument, Now) { IsBotAdmin = incoming.Chat.ChatId == Admin };
        await commands[command].RunAsync(call, Stop);
        await CommandRun.CommitAsync(db);
        var bodies = await db.Deliveries.Where(delivery => delivery.CarriedId == updates && delivery.ChatId == incoming.Chat.ChatId).OrderBy(delivery => delivery.Part).Select(delivery => delivery.Body!).ToListAsync(Stop);
        Last = bodies.Count > 0 ? MessageJson.Read(bodies[0]) : null;
        return call.Notice ?? Last?.PlainText() ?? "";
    }

    private async Task<List<Message>> ToldAsync(long chat)
    {
        await using var db = store.Open();
        return [.. (await db.Deliveries.Where(delivery => delivery.ChatId == chat).OrderBy(delivery => delivery.Id).Select(delivery => delivery.Body!).ToListAsync(Stop)).Select(MessageJson.Read)];
    }

    private async Task<List<Source>> SourcesAsync()
    {
        await using var db = store.Open();
        return await db.Sources.AsNoTracking().ToListAsync(Stop);
    }

    private async Task ChangeAsync(Action<Source> change)
    {
        await using var db = store.Open();
        change(await db.Sources.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }
}
