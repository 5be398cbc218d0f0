namespace NewsBot.Summaries;

/// <summary>A sentence that may stand in a summary.</summary>
/// <param name="Text">Verbatim.</param>
/// <param name="Position">Its number in the text, from 0.</param>
/// <param name="DependsOnPrevious">Whether only the sentence before it says whom it means or who claims it: "They also …".</param>
internal sealed record SummarySentence(string Text, int Position, bool DependsOnPrevious);
