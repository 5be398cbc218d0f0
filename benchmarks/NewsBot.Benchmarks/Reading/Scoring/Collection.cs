using System.IO.Compression;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>A collection in the folder that NEWSBOT_CORPORA names.</summary>
internal static class Collection
{
    /// <summary>The path of the collection, or null when there is none.</summary>
    public static string? Folder(string name)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("NEWSBOT_CORPORA") ?? "", name);
        return Path.IsPathRooted(folder) && Directory.Exists(folder) ? folder : null;
    }

    public static byte[] Unzip(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
