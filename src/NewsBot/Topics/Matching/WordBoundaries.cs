using System.Collections.Frozen;
using System.Text;
using NewsBot.Text;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>
/// Tells where words begin in scripts without spaces, as far as a hit needs it: 京都 is found as letters in 東京都 and is not there,
/// because 東京 reaches into it; 日本 is not in 一日本番.
/// </summary>
internal static class WordBoundaries
{
    private const int MaxWord = 6;

    private static readonly FrozenSet<string> Names = TopicCatalogue.Entries.SelectMany(TopicCatalogue.NamesOf)
        .Where(name => name.Length is > 1 and <= MaxWord && IsUnspaced(name))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = LanguageFiles.Together(language => language.Segments);

    /// <summary>Whether a run of letters is a word of the text, or several, and no pieces of two others.</summary>
    /// <param name="start">UTF-16 units.</param>
    public static bool Hold(ReadOnlySpan<char> text, int start, int end)
    {
        var before = ReachInto(text, start, end, fromBefore: true);
        return before == Reach.None || (before == Reach.Word && ReachInto(text, start, end, fromBefore: false) == Reach.None);
    }

    private static bool IsUnspaced(string word) => Scripts.Of(Rune.GetRuneAt(word, 0)) == Script.Unspaced;

    /// <summary>Whether a known word begins before the run and ends within it, or begins within it and ends after it.</summary>
    private static Reach ReachInto(ReadOnlySpan<char> text, int start, int end, bool fromBefore)
    {
        var reach = Reach.None;
        var (first, last) = fromBefore ? (Math.Max(0, start - MaxWord + 1), start - 1) : (start + 1, end - 1);
        for (var from = first; from <= last; from++)
        {
            var (shortest, longest) = fromBefore ? (start + 1, end - 1) : (end + 1, Math.Min(text.Length, from + MaxWord));
            for (var to = shortest; to <= longest; to++)
            {
                var word = text[from..to];
                reach = Contains(Names, word) ? Reach.Name : reach == Reach.None && Contains(Words, word) ? Reach.Word : reach;
            }
        }

        return reach;
    }

    private static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private enum Reach
    {
        None,

        /// <summary>A common word: another must begin where it ends.</summary>
        Word,

        /// <summary>A name of the catalogue.</summary>
        Name,
    }
}
