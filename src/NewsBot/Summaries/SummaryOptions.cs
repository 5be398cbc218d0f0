using System.ComponentModel.DataAnnotations;

namespace NewsBot.Summaries;

/// <summary>Settings under <c>Summaries</c>.</summary>
internal sealed class SummaryOptions
{
    public const string Section = "Summaries";

    /// <summary>Most sentences of a summary.</summary>
    [Range(1, 10)]
    public int Sentences { get; set; } = 3;

    /// <summary>Most characters (UTF-16 units) of a summary.</summary>
    [Range(80, 2_000)]
    public int Characters { get; set; } = 400;
}
