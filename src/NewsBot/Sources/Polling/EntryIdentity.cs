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

    public static EntryIdentity OfGuid(string guid) => Hash($"id\n{guid.Trim()}");

    public static EntryIdentity OfLink(string link) => Hash($"link\n{CanonicalUrl.Of(new Uri(link))}");

    /// <summary>By the title, else the text.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="withDate">Whether entries of one title and different dates are different.</param>
    public static EntryIdentity OfTitle(FeedEntry entry, bool withDate)
    {
        var date = withDate ? entry.Published?.UtcTicks.ToString(CultureInfo.InvariantCulture) : null;
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
