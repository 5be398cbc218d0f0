namespace NewsBot.Messages;

/// <summary>How a span is shown. Styles add up, except that code is shown as nothing but code.</summary>
[Flags]
internal enum SpanStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strikethrough = 8,

    /// <summary>Hidden until it is touched.</summary>
    Spoiler = 16,

    /// <summary>Part of a quotation, which is a block of its own.</summary>
    Quote = 32,

    /// <summary>Code within a line.</summary>
    Code = 64,

    /// <summary>Code as a block of its own.</summary>
    CodeBlock = 128,
}
