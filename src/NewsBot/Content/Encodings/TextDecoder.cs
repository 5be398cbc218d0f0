using System.Text;
using System.Text.Unicode;

namespace NewsBot.Content.Encodings;

/// <summary>
/// From the bytes of a feed or page to its text. A byte order mark decides; bytes that are UTF-8 are UTF-8, whatever is stated; else the first
/// label that names an encoding which the bytes can be in; else the likeliest encoding. Never throws.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Two letters in GBK may happen to be UTF-8; this many sequences hardly.</summary>
    private const int MinUtf8Sequences = 4;

    /// <summary>Of so many characters that are not ASCII one may be broken: texts are cut, or pasted together from several encodings.</summary>
    private const int CharactersPerBroken = 100;

    private static UTF32Encoding BigEndianUtf32 => new(bigEndian: true, byteOrderMark: true);

    /// <param name="body">The bytes as they came.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (marked, markLength) = ByteOrderMark(body);
        var bytes = body[markLength..];
        if ((marked ?? ByShape(bytes)) is { } certain)
        {
            return new DecodedText(certain.GetString(bytes), EncodingProblem.None);
        }

        var labels = StatedEncodings.Labels(bytes, contentType).Where(label => !EncodingLabels.IsWide(label)).ToList();
        var stated = labels.Select(EncodingLabels.Find).OfType<Encoding>().DistinctBy(encoding => encoding.CodePage).ToList();
        var isValid = Utf8.IsValid(bytes);
        var problem = labels.Exists(label => EncodingLabels.Find(label) is null) ? EncodingProblem.UnknownLabel
            : !isValid && stated.Exists(IsUtf8) ? EncodingProblem.NotUtf8
            : EncodingProblem.None;
        return new DecodedText(Choose(bytes, stated, isValid).GetString(bytes), problem);
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (BigEndianUtf32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>"&lt;" in a wide encoding without a mark (XML 1.0, appendix F): no label could be read before this is known.</summary>
    private static Encoding? ByShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x3C, 0x00, 0x00, 0x00, ..] => Encoding.UTF32,
        [0x00, 0x00, 0x00, 0x3C, ..] => BigEndianUtf32,
        [0x3C, 0x00, not 0x00, 0x00, ..] => Encoding.Unicode,
        [0x00, 0x3C, 0x00, not 0x00, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding Choose(ReadOnlySpan<byte> bytes, List<Encoding> stated, bool isValidUtf8)
    {
        var multibyte = stated.Find(encoding => !encoding.IsSingleByte && !IsUtf8(encoding));
        var (whole, broken) = isValidUtf8 && multibyte is null ? (MinUtf8Sequences, 0) : Utf8Sequences.Count(bytes);
        if (broken * MinUtf8Sequences < whole && (multibyte is null || whole >= MinUtf8Sequences))
        {
            return Encoding.UTF8;
        }

        foreach (var encoding in stated)
        {
            if (!IsUtf8(encoding) && !EncodingLabels.IsDefault(encoding) && CanBeIn(bytes, encoding))
            {
                return encoding;
            }
        }

        return isValidUtf8 || broken < whole ? Encoding.UTF8
            : stated.Exists(EncodingLabels.IsDefault) && !EncodingDetector.IsNonLatin(bytes) ? EncodingLabels.Western
            : EncodingDetector.Detect(bytes);
    }

    private static bool IsUtf8(Encoding encoding) => encoding.CodePage == EncodingLabels.Utf8CodePage;

    private static bool CanBeIn(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding.IsSingleByte)
        {
            return true;
        }

        var (broken, narrow, wide) = (0, 0, 0);
        foreach (var character in encoding.GetString(bytes))
        {
            broken += character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
            narrow += character is >= '\uFF61' and <= '\uFF9F' ? 1 : 0;
            wide += character > '\u007F' ? 1 : 0;
        }

        // Bytes of EUC-JP taken for Shift_JIS are half-width katakana, which nobody writes whole sentences in.
        return broken * CharactersPerBroken <= wide && narrow * 2 <= wide;
    }
}
