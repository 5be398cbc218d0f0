namespace NewsBot.Topics.Matching;

/// <summary>A part of an article whose capitals are judged by themselves: the title, a tag, a paragraph.</summary>
/// <param name="Text">What the starts of its tokens count in; paragraphs share the text of the body.</param>
/// <param name="First">Index of its first token in the article.</param>
/// <param name="CaseTells">False when all of it is in capitals.</param>
internal readonly record struct Passage(string Text, int First, bool CaseTells);
