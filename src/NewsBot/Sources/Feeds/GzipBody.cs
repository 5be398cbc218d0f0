using System.IO.Compression;

namespace NewsBot.Sources.Feeds;

/// <summary>Feeds and sitemaps that are files packed with gzip, whatever the server says of them.</summary>
internal static class GzipBody
{
    /// <summary>What a packed file may grow to. As text it takes several times that; no feed comes near.</summary>
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The bytes themselves where they are not packed; null where unpacking fails before anything came out, or grows too large.</summary>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> body, FeedWarnings warnings)
    {
        if (body.Span is not [0x1F, 0x8B, ..])
        {
            return body;
        }

        using var unpacked = new MemoryStream();
        try
        {
            using var packed = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                if (unpacked.Length + read > MaxBytes)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            warnings.Add("broken-gzip", "The packed file breaks off; what came before was read.");
        }

        return unpacked.Length == 0 ? null : unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
