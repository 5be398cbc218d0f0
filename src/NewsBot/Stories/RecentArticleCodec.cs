using System.Runtime.InteropServices;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Copies;
using NewsBot.Stories.Vectors;

namespace NewsBot.Stories;

/// <summary>The bytes of <see cref="RecentArticleRecord.Data"/>, little-endian.</summary>
internal static class RecentArticleCodec
{
    /// <summary>Records of another format are not read: their articles are.</summary>
    private const byte Format = 1;

    public static byte[] Encode(RecentArticle article)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Format);
        writer.Write(article.Sample.Count);
        WriteAll<uint>(writer, article.Sample.Lowest);
        var vector = article.Vector;
        writer.Write(vector.At.UtcTicks);
        writer.Write((byte)vector.Group);
        writer.Write(vector.Publisher ?? "");
        writer.Write(vector.Changes);
        writer.Write(vector.TitleChanges);
        writer.Write(vector.Days);
        WriteAll<WeightedTerm>(writer, vector.Terms);
        WriteAll<Neighbour>(writer, [.. article.Neighbours]);
        return bytes.ToArray();
    }

    /// <summary>Null for bytes of another format.</summary>
    public static RecentArticle? Decode(byte[] data)
    {
        using var reader = new BinaryReader(new MemoryStream(data));
        if (reader.ReadByte() != Format)
        {
            return null;
        }

        var sample = new ShingleSample(reader.ReadInt32(), ReadAll<uint>(reader));
        var at = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var group = (LanguageGroup)reader.ReadByte();
        var publisher = reader.ReadString() is { Length: > 0 } name ? name : null;
        var (changes, titleChanges, days) = (reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadUInt64());
        var vector = new ArticleVector(ReadAll<WeightedTerm>(reader), group, publisher, at, changes, titleChanges, days);
        return new RecentArticle(sample, vector, ReadAll<Neighbour>(reader));
    }

    private static void WriteAll<T>(BinaryWriter writer, ReadOnlySpan<T> items)
        where T : struct
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    private static T[] ReadAll<T>(BinaryReader reader)
        where T : struct
    {
        var items = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }
}

/// <summary>What is remembered of an article.</summary>
/// <param name="Sample">To find copies by.</param>
/// <param name="Vector">To find stories by.</param>
/// <param name="Neighbours">The articles nearest to it when it came.</param>
internal sealed record RecentArticle(ShingleSample Sample, ArticleVector Vector, IReadOnlyList<Neighbour> Neighbours);
