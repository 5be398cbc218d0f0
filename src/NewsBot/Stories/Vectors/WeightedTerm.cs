using System.Runtime.InteropServices;

namespace NewsBot.Stories.Vectors;

/// <summary>Where a word stands in an article, and how it is written.</summary>
[Flags]
internal enum TermRole : byte
{
    None = 0,

    /// <summary>It stands in the headline.</summary>
    Title = 1,

    /// <summary>It stands in the headline or in the opening.</summary>
    Opening = 2,

    /// <summary>It is capitalized within a sentence of the text.</summary>
    Name = 4,

    Number = 8,
}

/// <summary>A word of an article. Stored as these nine bytes, so the layout is part of the store's format.</summary>
/// <param name="Key">Hash of language and stem: see <see cref="TermKey"/>.</param>
/// <param name="Weight">Its component in the article's vector, which has length 1.</param>
/// <param name="Idf">How rare it is: see <see cref="DocumentFrequencies"/>.</param>
/// <param name="Role">Where it stands.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct WeightedTerm(uint Key, Half Weight, Half Idf, TermRole Role)
{
    public bool Has(TermRole role) => (Role & role) == role;
}
