using NewsBot.Text;

namespace NewsBot.Stories.Vectors;

/// <summary>
/// Identifies a stem of a language by 32 bits (FNV-1a). Unlike <see cref="WordHash"/> it is the same in every process, because article
/// vectors are stored. A collision makes two words look alike to the clusterer, which one word cannot sway; copies are decided on the texts.
/// </summary>
internal static class TermKey
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(string? language, ReadOnlySpan<char> stem)
    {
        var hash = Append(OffsetBasis, language);
        hash = Append(hash, ":");
        return Append(hash, stem);
    }

    private static uint Append(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }
}
