using System.Globalization;
using System.Text;

namespace NewsBot.BotApi.Rendering;

/// <summary>What is left of the limits of one text while it is written, piece by piece.</summary>
/// <param name="codePoints">Unicode code points of visible text.</param>
/// <param name="bytes">Bytes of UTF-8 as sent, markup and escapes included.</param>
/// <param name="entities">Pieces that carry a style or a link.</param>
internal sealed class TextBudget(int codePoints, int bytes, int entities)
{
    private int codePoints = codePoints;
    private int bytes = bytes;
    private int entities = entities;

    /// <summary>Pays for so many styles and links of so many bytes together, or refuses and pays nothing.</summary>
    public bool TryMarkUp(int markupBytes, int marks)
    {
        if (entities < marks || bytes < markupBytes)
        {
            return false;
        }

        entities -= marks;
        bytes -= markupBytes;
        return true;
    }

    /// <summary>Pays for as much of the text as there is room for, never splitting what a reader sees as one character.</summary>
    public string Take(string text)
    {
        var taken = 0;
        while (taken < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, taken);
            var (points, size) = CostOf(text.AsSpan(taken, length));
            if (points > codePoints || size > bytes)
            {
                break;
            }

            codePoints -= points;
            bytes -= size;
            taken += length;
        }

        return text[..taken];
    }

    private static (int CodePoints, int Bytes) CostOf(ReadOnlySpan<char> character)
    {
        var (points, size) = (0, 0);
        foreach (var rune in character.EnumerateRunes())
        {
            points++;
            size += TelegramHtmlEncoder.SizeOf(rune);
        }

        return (points, size);
    }
}
