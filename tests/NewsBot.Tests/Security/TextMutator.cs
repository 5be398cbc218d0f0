using System.Text;

namespace NewsBot.Tests.Security;

/// <summary>Breaks texts: cuts, repeats, swaps and mixes them, and puts in what readers tend to fall over.</summary>
internal sealed class TextMutator(Random random)
{
    private const int MaxChanges = 8;
    private const int MaxLength = 64 * 1024;

    private static readonly byte[][] Nasty =
    [
        .. new[]
        {
            "\0", "\uFEFF", "\u0660\u0661/\u0662", "\u0640", "\u202E", "\u0301", "\uFF11", "\u2028", "\\ud800", "\\udfff", "&#xD800;", "&#x110000;", "&#0;", "&amp;#", "]]>", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "-->", "<?xml version=\"1.0\" encoding=\"utf-7\"?>", "charset=utf-7", "charset=x",
            "{", "}", "[", "]", "\"", "'", "(", ")", "-9223372036854775809", "1e400", "99999999999999999999", "0000-00-00", "9999-12-31T23:59:60+99:99", "Mon, 31 Feb 2026 25:61:61 +9999", "http://[", "http://a:99999/", "//\0", "javascript:", "data:,", "%zz", "%", "NATO AND", "OR", "-", "*", "title:", "lang:xx", "\"\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0x1F, 0x8B, 0x08], [0x80],
    ];

    /// <summary>One of the texts, broken in up to eight ways.</summary>
    public byte[] Mutate(IReadOnlyList<byte[]> seeds)
    {
        var text = seeds[random.Next(seeds.Count)].Take(MaxLength).ToList();
        for (var changes = random.Next(MaxChanges + 1); changes > 0; changes--)
        {
            Change(text, seeds);
        }

        return [.. text.Take(MaxLength)];
    }

    private void Change(List<byte> text, IReadOnlyList<byte[]> seeds)
    {
        var at = random.Next(text.Count + 1);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 10)), text.Count - at);
        switch (random.Next(6))
        {
            case 0:
                text.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                break;
            case 1:
                text.RemoveRange(at, length);
                break;
            case 2:
                text.InsertRange(at, text.GetRange(at, length));
                break;
            case 3 when length > 0:
                text[at] ^= (byte)(1 << random.Next(8));
                break;
            case 4:
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length + 1);
                text.InsertRange(at, other.Skip(from).Take(random.Next(1, 500)));
                break;
            default:
                text.RemoveRange(at, text.Count - at);
                break;
        }
    }
}
