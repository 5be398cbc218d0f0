using System.Buffers;
using System.Text;

namespace NewsBot.Content.Encodings;

internal static class Utf8Sequences
{
    /// <summary>How many sequences of several bytes are whole, and how many bytes belong to none.</summary>
    public static (int Whole, int Broken) Count(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var start)
        {
            var isWhole = Rune.DecodeFromUtf8(bytes[start..], out _, out var length) == OperationStatus.Done;
            whole += isWhole ? 1 : 0;
            broken += isWhole ? 0 : 1;
            bytes = bytes[(start + length)..];
        }

        return (whole, broken);
    }
}
