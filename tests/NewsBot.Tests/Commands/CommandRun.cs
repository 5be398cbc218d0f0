using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Commands;
using NewsBot.Commands.Following;
using NewsBot.Commands.Pausing;
using NewsBot.Commands.Reading;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Tests.Topics;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands;

/// <summary>A private chat with the commands about topics, on a real store.</summary>
internal sealed class CommandRun : IDisposable
{
    private const long Person = 7;

    private static readonly ChatAddress Chat = new(Person);

    private readonly TemporaryStore store;
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, ICommand> commands;
    private int updates;

    public CommandRun(int maximumTopics = 100, IInterceptor? interceptor = null)
    {
        store = new TemporaryStore(interceptor is null ? [] : [interceptor]);
        var recent = new RecentMatches(time);
        commands = new ICommand[]
        {
            new SubscribeCommand(recent, Options.Create(new SubscriberOptions { MaximumTopics = maximumTopics })),
            new UnsubscribeCommand(Erasures), new TopicsCommand(), new LevelCommand(), new PreviewCommand(recent), new LatestCommand(recent), new StartCommand(),
            new PlainTextCommand(), new PauseCommand(), new DeleteMeCommand(Erasures), new VolumeCommand(), new PrivacyCommand(),
        }.ToDictionary(command => command.Name);
    }

    public FakeTimeProvider Time => time;

    public WorkSignal<ErasureRequest> Erasures { get; } = new();

    /// <summary>The notice on the last pressed button, or null.</summary>
    public string? Notice { get; private set; }

    /// <summary>The last answer, as the person's app shows it: what a press on one of its buttons brings along.</summary>
    public Message? Shown { get; private set; }

    public void Dispose() => store.Dispose();

    public NewsDb Open() => store.Open();

    public async Task ArticleAsync(string title, string text = "")
    {
        await using var db = Open();
        await StoredArticle.AddAsync(db, title, text, isNews: true, story: null, time.GetUtcNow());
    }

    /// <summary>What is answered to a typed text such as "/subscribe NATO".</summary>
    public async Task<Message> TypeAsync(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? text.Length : space;
        return (await TryTypeAsync(text, text[1..end], text[end..].Trim()))!;
    }

    /// <summary>What is answered to plain text.</summary>
    public async Task<Message> SayAsync(string text) => (await TryTypeAsync(text, CommandTable.Offer, text))!;

    private Task<Message?> TryTypeAsync(string text, string command, string argument) =>
        RunAsync(new IncomingText(++updates, Chat, ChatKind.Private, Person, "en", text, updates, false, null), command, argument);

    /// <summary>What is answered to a press of a button with this data, below the last answer. There must be an answer.</summary>
    public async Task<Message> PressAsync(string data) => (await TryPressAsync(data))!;

    /// <summary>The same; null where only a notice answers.</summary>
    /// <param name="person">Who presses in their own private chat.</param>
    public Task<Message?> TryPressAsync(string data, long person = Person)
    {
        var parts = data.Split(':', 2);
        var codes = Shown?.Spans.Where(span => span.Style == SpanStyle.Code).Select(span => span.Text).ToList() ?? [];
        return RunAsync(new IncomingCallback(++updates, new ChatAddress(person), ChatKind.Private, person, "en", "p", data, 1) { CodeTexts = codes }, parts[0], parts[1]);
    }

    /// <summary>Saves what a command did, in the transaction that it may have begun.</summary>
    public static async Task CommitAsync(NewsDb db)
    {
        await db.SaveChangesAsync();
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.CommitAsync();
        }
    }

    private async Task<Message?> RunAsync(Incoming incoming, string command, string argument)
    {
        await using var db = Open();
        var subscriber = await db.FindSubscriberAsync(incoming.Chat, default)
            ?? new Subscriber { ChatId = incoming.Chat.ChatId, Kind = ChatKind.Private, Language = "en", CreatedAt = time.GetUtcNow() };
        var call = new CommandCall(db, incoming, subscriber, argument, time.GetUtcNow()) { IsBotAdmin = false };
        await commands[command].RunAsync(call, default);
        await CommitAsync(db);
        Notice = call.Notice;
        var answer = await db.Deliveries.OrderByDescending(delivery => delivery.Id).FirstOrDefaultAsync(delivery => delivery.CarriedId == updates);
        Shown = answer is null ? Shown : MessageJson.Read(answer.Body!);
        return answer is null ? null : Shown;
    }
}
