using System.Globalization;
using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The buttons people have pressed and what the bot answered. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class Presses
{
    /// <summary>How long a callback query may be answered, and waits among the updates.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(150);

    // Telegram's ids are long numbers in a string; a start this large keeps readers from taking them for an int.
    private long lastId = 4_000_000_000_000_000_000;

    private readonly Dictionary<string, (PressView View, DateTimeOffset PressedAt)> all = [];

    public PressView Add(long chatId, long personId, int messageId, string data, DateTimeOffset now)
    {
        var view = new PressView((++lastId).ToString(CultureInfo.InvariantCulture), chatId, personId, messageId, data);
        all[view.CallbackId] = (view, now);
        return view;
    }

    public PressView? Find(string callbackId) => all.TryGetValue(callbackId, out var press) ? press.View : null;

    /// <returns>Null when there is no such press, it has been answered, or it is too old.</returns>
    public PressView? Answer(string callbackId, string? text, bool isAlert, DateTimeOffset now)
    {
        if (!all.TryGetValue(callbackId, out var press) || press.View.IsAnswered || now - press.PressedAt >= Lifetime)
        {
            return null;
        }
        var answered = press.View with { IsAnswered = true, AnswerText = text, IsAlert = isAlert };
        all[callbackId] = (answered, press.PressedAt);
        return answered;
    }
}
