using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Content.Urls;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>
/// What an entry may be recognised by when its identity changes: 64-bit hashes, unique enough within a source. Addresses count as the same
/// with http or https, with "www." or without.
/// </summary>
/// <param name="Guid">Null for none.</param>
/// <param name="Link">Null for none.</param>
/// <param name="Title">Of the title in small letters, or of the words that stand in for one.</param>
internal readonly record struct EntryKeys(long? Guid, long? Link, long Title)
{
    /// <param name="entry">The entry.</param>
    /// <param name="title">Its title, or what stands in for one.</param>
    public static EntryKeys Of(FeedEntry entry, string title) => new(
        string.IsNullOrWhiteSpace(entry.Id) ? null : Hash(Comparable(entry.Id.Trim())),
        entry.Link is null ? null : Hash(CanonicalUrl.Key(new Uri(entry.Link))),
        Hash(title.ToLowerInvariant()));

    private static string Comparable(string guid) =>
        Uri.TryCreate(guid, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? CanonicalUrl.Key(address) : guid;

    private static long Hash(string text) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
