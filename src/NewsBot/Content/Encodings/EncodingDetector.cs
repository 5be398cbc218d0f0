using System.Text;
using UtfUnknown;

namespace NewsBot.Content.Encodings;

/// <summary>The encoding of text that does not say which one it is in, or states a wrong one.</summary>
internal static class EncodingDetector
{
    /// <summary>A feed's or page's head repeats the alphabet of its language often enough; more costs time only.</summary>
    private const int MaxSample = 64 * 1024;

    /// <summary>Below this the guess is worth less than what the West used before UTF-8.</summary>
    private const float MinConfidence = 0.5f;

    private const int AsciiCodePage = 20127;
    private const int Latin1CodePage = 28591;

    /// <summary>The likeliest encoding; windows-1252 where nothing tells.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        var guess = CharsetDetector.DetectFromBytes(Sample(bytes)).Detected;
        return guess is { Encoding: { CodePage: not (AsciiCodePage or Latin1CodePage) } encoding, Confidence: >= MinConfidence }
            ? EncodingLabels.Find(encoding.WebName) ?? EncodingLabels.Western
            : EncodingLabels.Western;
    }

    /// <summary>Whether the bytes above ASCII stand together, as they do in words of other alphabets; accented Latin letters stand alone.</summary>
    public static bool IsNonLatin(ReadOnlySpan<byte> bytes)
    {
        var (high, inRuns) = (0, 0);
        for (var index = 1; index < Math.Min(bytes.Length, MaxSample); index++)
        {
            high += bytes[index] >= 0x80 ? 1 : 0;
            inRuns += bytes[index] >= 0x80 && bytes[index - 1] >= 0x80 ? 1 : 0;
        }

        return inRuns * 2 > high;
    }

    /// <summary>What tells languages apart are the bytes above ASCII with a little around them: of long documents those lines are taken.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= MaxSample)
        {
            return bytes.ToArray();
        }

        var sample = new List<byte>(MaxSample);
        foreach (var line in bytes.Split((byte)'\n'))
        {
            if (sample.Count + bytes[line].Length <= MaxSample && bytes[line].ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                sample.AddRange(bytes[line]);
                sample.Add((byte)'\n');
            }
        }

        return sample.Count > 0 ? [.. sample] : bytes[..MaxSample].ToArray();
    }
}
