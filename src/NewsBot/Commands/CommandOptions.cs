using System.ComponentModel.DataAnnotations;

namespace NewsBot.Commands;

/// <summary>Settings under <c>Commands</c>: how much one person or chat may ask, so that nobody else has to wait.</summary>
internal sealed class CommandOptions
{
    public const string Section = "Commands";

    /// <summary>Commands and presses of one person in a minute; as many may come at once.</summary>
    [Range(1, 1_000_000)]
    public int PerMinutePerPerson { get; set; } = 60;

    /// <summary>The same for a chat, whoever they are from.</summary>
    [Range(1, 1_000_000)]
    public int PerMinutePerChat { get; set; } = 120;
}
