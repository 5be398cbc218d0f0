namespace NewsBot.Articles.Extraction;

/// <summary>A paragraph or a sub-head of a page, folded to one line.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsHead">Whether it is a heading and no prose.</param>
internal sealed record Block(string Text, bool IsHead = false);
