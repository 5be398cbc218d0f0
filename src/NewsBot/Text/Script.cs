using System.Globalization;
using System.Text;

namespace NewsBot.Text;

/// <summary>How a script separates words.</summary>
internal enum Script : byte
{
    /// <summary>Not part of a word.</summary>
    None,

    /// <summary>Spaces separate words: Latin, Cyrillic, Greek, Arabic…</summary>
    Spaced,

    /// <summary>Spaces separate words, and particles are attached to them: 북한 and 북한이.</summary>
    Hangul,

    /// <summary>No spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
    Unspaced,
}

internal static class Scripts
{
    /// <summary>Lengthens an Arabic word, and standing alone it is a dash; Unicode takes it for a letter.</summary>
    private const int Tatweel = 'ـ';

    /// <summary>Ranges of Unicode blocks, inclusive, in ascending order.</summary>
    private static readonly (int First, int Last, Script Script)[] Blocks =
    [
        (0x0E00, 0x0EFF, Script.Unspaced), // Thai, Lao
        (0x1000, 0x109F, Script.Unspaced), // Myanmar
        (0x1100, 0x11FF, Script.Hangul), // Jamo
        (0x1780, 0x17FF, Script.Unspaced), // Khmer
        (0x2E80, 0x2FDF, Script.Unspaced), // Radicals
        (0x3005, 0x3007, Script.Unspaced), // Iteration marks
        (0x3040, 0x30FF, Script.Unspaced), // Kana
        (0x31F0, 0x31FF, Script.Unspaced), // Kana extensions
        (0x3400, 0x9FFF, Script.Unspaced), // Han
        (0xAC00, 0xD7A3, Script.Hangul), // Syllables
        (0xF900, 0xFAFF, Script.Unspaced), // Compatibility Han
        (0xFF66, 0xFF9D, Script.Unspaced), // Half-width kana
        (0x20000, 0x3FFFF, Script.Unspaced), // Han extensions
    ];

    /// <summary>The script of a letter or digit; None for everything else.</summary>
    public static Script Of(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? Script.Spaced : Script.None;
        }

        // Unicode takes the apostrophe of Ukrainian for a letter; people type the other signs in its place.
        if ((!Rune.IsLetterOrDigit(rune) && !IsMark(rune)) || rune.Value is 'ʼ' or Tatweel)
        {
            return Script.None;
        }

        foreach (var (first, last, script) in Blocks)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return script;
            }
        }

        return IsMark(rune) ? Script.None : Script.Spaced;
    }

    /// <summary>Whether the rune only adds to the letter before it, or is invisible inside a word: accents, soft hyphen, joiners.</summary>
    public static bool Continues(Rune rune) =>
        !rune.IsAscii && (IsMark(rune) || rune.Value is Tatweel or 0xAD or 0x200B or 0x200C or 0x200D or 0x2060);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
