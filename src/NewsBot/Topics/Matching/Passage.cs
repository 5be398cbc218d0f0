namespace NewsBot.Topics.Matching;

/// <summary>A text of an article that was tokenised by itself: the title, a tag, a paragraph.</summary>
/// <param name="Text">What the starts of its tokens count in.</param>
/// <param name="First">Index of its first token in the article.</param>
/// <param name="CaseTells">False when all of it is in capitals.</param>
internal sealed record Passage(string Text, int First, bool CaseTells);
