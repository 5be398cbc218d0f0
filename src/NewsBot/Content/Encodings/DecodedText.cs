namespace NewsBot.Content.Encodings;

/// <summary>The text of a document and what was wrong with the labels that it came with.</summary>
internal readonly record struct DecodedText(string Text, EncodingProblem Problem);

internal enum EncodingProblem
{
    None,

    /// <summary>A label names no encoding, or none that is safe to use.</summary>
    UnknownLabel,

    /// <summary>UTF-8 is stated, and some or all of the bytes are not in it.</summary>
    NotUtf8,
}
