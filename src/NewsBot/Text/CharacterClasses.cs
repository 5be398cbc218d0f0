using System.Text;

namespace NewsBot.Text;

/// <summary>The class of each UTF-16 unit, in a table.</summary>
internal static class CharacterClasses
{
    /// <summary>The bits that hold a <see cref="Script"/>.</summary>
    public const byte ScriptBits = 3;

    /// <summary>Accents and invisible joiners: part of the word before them.</summary>
    public const byte Continues = 4;

    /// <summary>Half of a letter beyond the basic plane.</summary>
    public const byte Surrogate = 8;

    /// <summary>May end a sentence or a paragraph.</summary>
    public const byte Breaks = 16;

    private static readonly byte[] All = Build();

    public static ReadOnlySpan<byte> Classes => All;

    private static byte[] Build()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var unit = 0; unit < classes.Length; unit++)
        {
            classes[unit] = char.IsSurrogate((char)unit) ? Surrogate : ClassOf(new Rune(unit));
        }

        foreach (var sign in SentenceBreaks.Signs + "\n")
        {
            classes[sign] |= Breaks;
        }

        return classes;
    }

    private static byte ClassOf(Rune rune) => (byte)((byte)Scripts.Of(rune) | (Scripts.Continues(rune) ? Continues : 0));
}
