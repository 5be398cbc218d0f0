using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>Reads UTF-8 bytes, since error texts give byte offsets. Past the end <see cref="Current"/> is 0, as no text contains one.</summary>
internal sealed class HtmlCursor(byte[] bytes)
{
    public int Position { get; set; }

    public byte Current => Position < bytes.Length ? bytes[Position] : (byte)0;

    public bool AtEnd => Position >= bytes.Length;

    public bool AtSpace => Current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B;

    public void SkipSpaces()
    {
        while (AtSpace)
        {
            Position++;
        }
    }

    public string Slice(int start) => Encoding.UTF8.GetString(bytes, start, Position - start);

    /// <summary>Reads <c>&amp;lt; &amp;gt; &amp;amp; &amp;quot;</c> or a numeric reference; null, and no move, for anything else: it stays literal.</summary>
    public int? ReadReference()
    {
        var start = Position;
        Position++;
        var code = Current == '#' ? ReadNumber() : ReadName();
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

    private int? ReadNumber()
    {
        Position++;
        var isHexadecimal = Current is (byte)'x' or (byte)'X';
        if (isHexadecimal)
        {
            Position++;
        }
        long code = 0;
        while (char.IsAsciiDigit((char)Current) || (isHexadecimal && char.IsAsciiHexDigit((char)Current)))
        {
            code = Math.Min((code * (isHexadecimal ? 16 : 10)) + Convert.ToInt32(((char)Current).ToString(), 16), int.MaxValue);
            Position++;
        }
        return Rune.IsValid((int)code) && code != 0 ? (int)code : null;
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
