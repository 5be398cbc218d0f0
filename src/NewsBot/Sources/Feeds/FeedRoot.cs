using System.Buffers;

namespace NewsBot.Sources.Feeds;

/// <summary>Finds where a feed begins among what publishing programs put before it: notices of PHP, pages that wrap it, comments.</summary>
/// <param name="Start">Of the root element's tag.</param>
/// <param name="IsWrapped">Whether other elements come before it, so that it may be an example within something else.</param>
/// <param name="HasJunkBefore">Whether text or elements come before it, which XML does not allow.</param>
internal readonly record struct FeedRoot(int Start, bool IsWrapped, bool HasJunkBefore)
{
    private static readonly string[] Names = ["rss", "feed", "RDF", "urlset", "sitemapindex"];

    /// <summary>Channel Definition Format has no element around its channel; within other documents a channel is something else.</summary>
    private const string ChannelName = "channel";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Null when there is none.</summary>
    public static FeedRoot? Find(string text) => Find(text, Names);

    /// <summary>The first element of one of the names, in any letter case; null when there is none.</summary>
    public static FeedRoot? Find(string text, IReadOnlyList<string> names)
    {
        var (isFirst, isJunk, position) = (true, false, 0);
        while (position < text.Length && text.IndexOf('<', position) is >= 0 and var start)
        {
            isJunk |= !text.AsSpan(position, start - position).Trim("\uFEFF\u0000 \t\r\n").IsEmpty;
            var rest = text.AsSpan(start);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                position = EndOf(text, "-->", start);
            }
            else if (rest is ['<', '?' or '!', ..])
            {
                isJunk |= rest.StartsWith("<?xml ", StringComparison.Ordinal) && !text.AsSpan(0, start).Trim("\uFEFF\u0000 \t\r\n").IsEmpty;
                position = rest[1] == '?' ? EndOf(text, ">", start) : EndOfDeclaration(text, start);
            }
            else
            {
                var name = LocalName(rest[1..]);
                if (IsRoot(name, names, isFirst))
                {
                    return new FeedRoot(start, !isFirst, isJunk || !isFirst);
                }

                isFirst &= name.IsEmpty;
                position = start + 1;
            }
        }

        return null;
    }

    private static bool IsRoot(ReadOnlySpan<char> name, IReadOnlyList<string> names, bool isFirst)
    {
        foreach (var root in names)
        {
            if (name.Equals(root, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return isFirst && name.Equals(ChannelName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name of the tag without its prefix; empty where the text is no tag.</summary>
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAny(NameEnds);
        var name = length < 0 ? default : tag[..length];
        return name[(name.IndexOf(':') + 1)..];
    }

    private static int EndOf(string text, string closing, int start) =>
        text.IndexOf(closing, start, StringComparison.Ordinal) is >= 0 and var end ? end + closing.Length : start + 1;

    /// <summary>A document type may hold declarations of its own in brackets.</summary>
    private static int EndOfDeclaration(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('[', '>') + start;
        if (end >= start && text[end] == '[' && text.IndexOf(']', end) is >= 0 and var closing)
        {
            end = closing;
        }

        return end < start ? start + 1 : EndOf(text, ">", end);
    }
}
