namespace NewsBot.Summaries;

/// <summary>A sentence that may stand in a summary.</summary>
/// <param name="Text">Verbatim.</param>
/// <param name="Position">Its number in the text, from 0.</param>
/// <param name="LeansOnPrevious">Whether it is understood, or has its source, only after the sentence before it: "They also …".</param>
internal sealed record SummarySentence(string Text, int Position, bool LeansOnPrevious);
