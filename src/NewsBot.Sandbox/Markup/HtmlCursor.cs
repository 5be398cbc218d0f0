using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>Reads UTF-8 bytes, since error texts give byte offsets. Past the end <see cref="Current"/> is 0, and inside a tag a byte 0 of the
/// text itself ends it as the end of the text does.</summary>
internal sealed class HtmlCursor(byte[] bytes)
{
    public int Position { get; set; }

    public byte Current => Position < bytes.Length ? bytes[Position] : (byte)0;

    public bool AtEnd => Position >= bytes.Length;

    /// <summary>At the end, or at a byte 0.</summary>
    public bool AtStop => Current == 0;

    public bool AtSpace => Current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B;

    public void SkipSpaces()
    {
        while (AtSpace)
        {
            Position++;
        }
    }

    public string Slice(int start) => Encoding.UTF8.GetString(bytes, start, Position - start);

    /// <summary>The character of a code point; U+FFFD for a half of a surrogate pair.</summary>
    public static string Character(int code) => (Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar).ToString();

    /// <summary>Reads <c>&amp;lt; &amp;gt; &amp;amp; &amp;quot;</c> or a numeric reference; null, and no move, for anything else: it stays literal.
    /// A half of a surrogate pair is given as it is.</summary>
    public int? ReadReference()
    {
        var start = Position;
        Position++;
        var code = Current == '#' ? ReadNumber(start) : ReadName();
        if (code is null)
        {
            Position = start;
            return null;
        }
        if (Current == ';')
        {
            Position++;
        }
        return code;
    }

    // At most nine characters from the ampersand on, and below U+10FFFF: Telegram leaves U+10FFFF itself literal.
    private int? ReadNumber(int start)
    {
        Position++;
        var isHexadecimal = Current == 'x';
        if (isHexadecimal)
        {
            Position++;
        }
        long code = 0;
        while (Position - start < 10 && (char.IsAsciiDigit((char)Current) || (isHexadecimal && char.IsAsciiHexDigit((char)Current))))
        {
            code = (code * (isHexadecimal ? 16 : 10)) + Convert.ToInt32(((char)Current).ToString(), 16);
            Position++;
        }
        return Position - start < 10 && code is > 0 and < 0x10FFFF ? (int)code : null;
    }

    private int? ReadName()
    {
        var start = Position;
        while (char.IsAsciiLetter((char)Current))
        {
            Position++;
        }
        return Slice(start) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => null,
        };
    }
}
