namespace NewsBot.Topics.Queries;

internal enum LexemeKind
{
    Words,
    Quoted,
    And,
    Or,

    /// <summary>A comma or a new line: separates topics, and within brackets means "or". May be trailing or repeated.</summary>
    Separator,
    Not,
    Open,
    Close,

    /// <summary>"title:" and its like.</summary>
    Field,
    OpenQuote,
    End,
}

/// <param name="Start">First UTF-16 unit; of quoted text, the first within the quotes.</param>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Whether a part must follow.</summary>
    public bool Wants => Kind is LexemeKind.And or LexemeKind.Or or LexemeKind.Not or LexemeKind.Field;
}
