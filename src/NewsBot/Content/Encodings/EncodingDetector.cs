using System.Text;
using UtfUnknown;

namespace NewsBot.Content.Encodings;

/// <summary>The encoding of text that does not say which one it is in, or says a wrong one.</summary>
internal static class EncodingDetector
{
    /// <summary>A feed's or page's head repeats the alphabet of its language often enough; more costs time only.</summary>
    private const int BytesLookedAt = 64 * 1024;

    /// <summary>Below this the guess is worth less than what the West used before UTF-8.</summary>
    private const float LeastConfidence = 0.5f;

    private const int WindowsWestern = 1252;

    static EncodingDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The likeliest encoding; windows-1252 where nothing tells (WHATWG Encoding, 4.2 has it for Latin-1 too).</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var guess = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, BytesLookedAt)].ToArray()).Detected;
        return guess is { Encoding: { CodePage: not (20127 or 28591) } encoding, Confidence: >= LeastConfidence }
            ? encoding
            : Encoding.GetEncoding(WindowsWestern);
    }

    /// <summary>Whether bytes that are not quite UTF-8 mean to be: their sequences of several bytes are whole more often than broken.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            whole += status == System.Buffers.OperationStatus.Done && length > 1 ? 1 : 0;
            bytes = bytes[length..];
        }

        return whole > broken;
    }
}
