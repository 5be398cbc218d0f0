using System.Globalization;
using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.Limits;

/// <summary>What the bot did, as the server saw it. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class SendCounters
{
    private readonly Queue<DateTimeOffset> lastSecond = new();
    private readonly Dictionary<long, int> violations = [];
    private readonly Dictionary<long, int> turnedAway = [];
    private readonly Dictionary<long, int> outOfOrder = [];
    private readonly Dictionary<(long Chat, string Series), int> highest = [];
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
            Count(violations, chat);
        }
    }

    public void TurnedAway(long chatId) => Count(turnedAway, chatId);

    public void Accepted(long chatId, string text)
    {
        accepted++;
        texts[(chatId, text)] = texts.GetValueOrDefault((chatId, text)) + 1;
        var mark = text.LastIndexOf('#');
        if (mark >= 0 && int.TryParse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Order((chatId, text[..mark]), number);
        }
    }

    public CountersView View() => new(
        accepted,
        refused,
        mostInOneSecond,
        new SortedDictionary<long, int>(violations),
        [.. texts.Where(entry => entry.Value > 1).Select(entry => new DuplicateText(entry.Key.Chat, entry.Key.Text, entry.Value))],
        new SortedDictionary<long, int>(turnedAway),
        new SortedDictionary<long, int>(outOfOrder));

    public void Reset()
    {
        (accepted, refused, mostInOneSecond) = (0, 0, 0);
        lastSecond.Clear();
        violations.Clear();
        turnedAway.Clear();
        outOfOrder.Clear();
        highest.Clear();
        texts.Clear();
    }

    private void Order((long Chat, string Series) key, int number)
    {
        if (highest.TryGetValue(key, out var before) && number < before)
        {
            Count(outOfOrder, key.Chat);
            return;
        }
        highest[key] = number;
    }

    private static void Count(Dictionary<long, int> counts, long chat) => counts[chat] = counts.GetValueOrDefault(chat) + 1;
}
