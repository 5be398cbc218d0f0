using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.Limits;

/// <summary>What the bot did, as the server saw it. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class SendCounters
{
    private readonly Queue<DateTimeOffset> lastSecond = new();
    private readonly Dictionary<long, int> violations = [];
    private readonly Dictionary<(long Chat, string Text), int> texts = [];
    private long accepted;
    private long refused;
    private int mostInOneSecond;

    public void Arrived(DateTimeOffset now)
    {
        while (lastSecond.TryPeek(out var oldest) && oldest + TimeSpan.FromSeconds(1) <= now)
        {
            lastSecond.Dequeue();
        }
        lastSecond.Enqueue(now);
        mostInOneSecond = Math.Max(mostInOneSecond, lastSecond.Count);
    }

    /// <param name="chatId">The chat whose own limit was broken; null when it was the bot's.</param>
    public void Refused(long? chatId)
    {
        refused++;
        if (chatId is { } chat)
        {
            violations[chat] = violations.GetValueOrDefault(chat) + 1;
        }
    }

    public void Accepted(long chatId, string text)
    {
        accepted++;
        texts[(chatId, text)] = texts.GetValueOrDefault((chatId, text)) + 1;
    }

    public CountersView View() => new(accepted, refused, mostInOneSecond, new SortedDictionary<long, int>(violations),
        [.. texts.Where(entry => entry.Value > 1).Select(entry => new DuplicateText(entry.Key.Chat, entry.Key.Text, entry.Value))]);

    public void Reset()
    {
        (accepted, refused, mostInOneSecond) = (0, 0, 0);
        lastSecond.Clear();
        violations.Clear();
        texts.Clear();
    }
}
