using System.Globalization;
using System.Text;

namespace NewsBot.BotApi.Rendering;

/// <summary>Makes text of any origin show what it holds: no control characters, nothing that reorders or hides.</summary>
internal static class TextSanitizer
{
    private const int Dropped = -1;
    private const int BlackFlag = 0x1F3F4;
    private const int Ring = 0x030A;

    // Latin, Greek, Cyrillic and Armenian end before Hebrew: up to there a joiner shapes nothing and can only split a word unseen.
    private const int FirstJoiningScript = 0x0590;

    /// <summary>The text as Telegram should get it; unpaired surrogates become U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var last = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = Shown(rune, last);
            if (rune.Value == Ring && WithRing(last) != last)
            {
                kept = WithRing(last);
                clean.Length--;
            }

            if (kept != Dropped)
            {
                clean.Append(new Rune(kept));
                last = kept;
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether nothing of the text can be seen.</summary>
    public static bool IsBlank(string text) => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || IsFiller(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark);

    private static int Shown(Rune rune, int last) => rune.Value switch
    {
        '\n' or 0x2028 or 0x2029 => '\n',
        '\r' or Ring or 0x0333 or 0x033F => Dropped, // Telegram drops the ring and the double lines by itself, out of letters too
        0x200C or 0x200D => last >= FirstJoiningScript && last is not (0x200C or 0x200D) ? rune.Value : Dropped,
        _ when IsTag(rune.Value) => last == BlackFlag || IsTag(last) ? rune.Value : Dropped, // the flags of England, Scotland, Wales
        _ when Rune.IsControl(rune) => ' ',
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsVisibleFormat(rune.Value) => Dropped,
        _ => rune.Value,
    };

    /// <summary>The letter and a ring after it as one character, which Telegram lets be. Unicode has no more of these.</summary>
    private static int WithRing(int letter) => letter switch
    {
        'a' => 'å',
        'A' => 'Å',
        'u' => 'ů',
        'U' => 'Ů',
        'w' => 'ẘ',
        'y' => 'ẙ',
        _ => letter,
    };

    private static bool IsTag(int value) => value is >= 0xE0020 and <= 0xE007F;

    // Number signs and verse marks of Arabic, Syriac and Kaithi: format characters that are seen.
    private static bool IsVisibleFormat(int value) =>
        value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    // Hangul fillers and the empty Braille cell: letters and symbols by category, and blank.
    private static bool IsFiller(int value) => value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
