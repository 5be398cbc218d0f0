namespace NewsBot.Sandbox.Control;

/// <summary>A button press and the bot's answer to it.</summary>
public sealed record PressView(string CallbackId, long ChatId, long PersonId, int MessageId, string Data)
{
    public bool IsAnswered { get; init; }

    /// <summary>Shown to the person who pressed; null when the bot answered without words.</summary>
    public string? AnswerText { get; init; }

    /// <summary>True for a box to close, false for a notice that fades.</summary>
    public bool IsAlert { get; init; }
}
