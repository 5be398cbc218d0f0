namespace NewsBot.Topics.Queries;

internal enum LexemeKind
{
    Words,
    Quoted,
    And,
    Or,

    /// <summary>A comma or a new line: means "or", and may stand at the end or twice.</summary>
    Separator,
    Not,
    Open,
    Close,
    OpenQuote,
    End,
}

/// <param name="Start">First UTF-16 unit; of quoted text, the first within the quotes.</param>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, int Length);
