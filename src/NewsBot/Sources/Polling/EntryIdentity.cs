using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Content.Urls;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>What makes two entries of one source the same: 128 bits, so that two different ones do not meet by chance.</summary>
internal readonly record struct EntryIdentity(UInt128 Value)
{
    private const int Length = 16;

    /// <summary>By the guid, else the canonical link, else title and date, else the text.</summary>
    public static EntryIdentity Of(FeedEntry entry)
    {
        if (!string.IsNullOrWhiteSpace(entry.Id))
        {
            return Hash($"id\n{entry.Id.Trim()}");
        }

        if (entry.Link is not null)
        {
            return Hash($"link\n{CanonicalUrl.Of(new Uri(entry.Link))}");
        }

        var date = entry.Published?.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return Hash(entry.Title.Length > 0 ? $"title\n{entry.Title}\n{date}" : $"text\n{entry.Summary}\n{entry.Content}\n{date}");
    }

    public static EntryIdentity Of(Entry entry) => new(BinaryPrimitives.ReadUInt128BigEndian(entry.Identity));

    /// <summary>As it is stored.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    private static EntryIdentity Hash(string text) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Length)));
}
