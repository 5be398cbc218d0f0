using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.BotApi.Rendering;
using NewsBot.Messages;

namespace NewsBot.Tests.Oracles;

/// <summary>What NewsBot writes is understood by Telegram's own parser, whatever text it was given, and shows what was meant.</summary>
public sealed partial class HtmlRenderingOracleTests
{
    private const int MaxCodePoints = 4096;
    private const int MaxBytes = 32_768;
    private const int MaxEntities = 100;

    // Marks that count and are not seen: quoted blanks, and links that Telegram leaves out.
    private const int BlankAtMost = 50;

    [Theory]
    [MemberData(nameof(OracleSeeds.All), MemberType = typeof(OracleSeeds))]
    public void Telegram_shows_any_message_as_it_was_meant(int seed)
    {
        var oracle = TdLib.OrSkip();
        var samples = new MessageSamples(new Random(seed));
        var cut = 0;
        for (var round = 0; round < OracleSeeds.Rounds; round++)
        {
            var message = samples.Next();
            if (Fault(oracle, message) is not null)
            {
                var smallest = SmallestOf(oracle, message);
                Assert.Fail($"Seed {seed}, round {round}: {JsonSerializer.Serialize(smallest.Spans)}\n{HtmlRenderer.Html(smallest)}\n{Fault(oracle, smallest)}");
            }

            cut += message.PlainText().Length > 2 * MaxCodePoints ? 1 : 0;
        }

        Assert.True(cut > 10, "Too few of the samples were too long.");
    }

    /// <summary>What is wrong with a message, or null.</summary>
    private static string? Fault(TdLib oracle, Message message)
    {
        var html = HtmlRenderer.Html(message);
        var parsed = oracle.ParseHtml(html);
        var seen = MeantMessage.Seen(parsed.Text);
        var isBlank = TextSanitizer.IsBlank(MeantMessage.Text(message));
        var meant = isBlank ? "…" : MeantMessage.Text(message);
        var isCut = seen != meant && seen.EndsWith('…') && meant.StartsWith(seen[..^1], StringComparison.Ordinal);
        return parsed.Error
            ?? (seen == meant || isCut ? null : $"Seen: {seen}\nMeant: {meant}")
            ?? Excess(parsed.Text, html)
            ?? Excess(HtmlRenderer.PlainText(message), HtmlRenderer.PlainText(message))
            ?? Change(oracle, parsed.Text)
            ?? Change(oracle, HtmlRenderer.PlainText(message))
            ?? Wrong(isBlank ? [] : MeantMessage.Marks(message), Marks(parsed), isTight: isCut || WorstBytes(message) > MaxBytes);
    }

    private static string? Excess(string text, string sent) =>
        text.EnumerateRunes().Count() is 0 or > MaxCodePoints || Encoding.UTF8.GetByteCount(sent) > MaxBytes ? $"Too long: {text.Length}, {sent.Length}" : null;

    /// <summary>Telegram takes out of a text what it does not like; there is nothing left to take out, but for the space at its ends.</summary>
    private static string? Change(TdLib oracle, string text)
    {
        var plain = Markdown().Replace(text, "x");
        return oracle.Clean(plain) is var clean && clean == plain ? null : $"Telegram changes it to: {clean}";
    }

    /// <summary>Where room ran out, a mark may be missing or shorter, and a quotation begin later.</summary>
    private static string? Wrong(IReadOnlyList<Mark> meant, IReadOnlyList<Mark> seen, bool isTight)
    {
        if (seen.Count > MaxEntities)
        {
            return $"Marks: {seen.Count}";
        }

        if (!isTight && meant.Count <= MaxEntities - BlankAtMost)
        {
            return meant.SequenceEqual(seen) ? null : $"Seen: {string.Join(", ", seen)}\nMeant: {string.Join(", ", meant)}";
        }

        var at = 0;
        foreach (var mark in seen.Where(mark => mark.Type != MeantMessage.Quote))
        {
            while (at < meant.Count && !IsStartOf(mark, meant[at]))
            {
                at++;
            }

            if (at++ >= meant.Count)
            {
                return $"Not meant: {mark}";
            }
        }

        return null;
    }

    private static bool IsStartOf(Mark cut, Mark whole) =>
        cut with { Text = "" } == whole with { Text = "" } && whole.Text.StartsWith(cut.Text, StringComparison.Ordinal);

    private static IReadOnlyList<Mark> Marks(Parsed parsed) => [.. parsed.Entities
        .Select(entity => new Mark(entity.Type, entity.Argument, MeantMessage.Seen(parsed.Text[entity.Offset..entity.End])))
        .Where(mark => mark.Text.Trim().Length > 0)];

    // A quotation mark takes six bytes, and a link at most five times its address.
    private static int WorstBytes(Message message) =>
        message.Spans.Sum(span => (6 * Encoding.UTF8.GetByteCount(span.Text)) + (5 * (span.Address?.Length ?? 0)) + 100);

    private static Message SmallestOf(TdLib oracle, Message message)
    {
        var spans = Smallest.Of(message.Spans, parts => Fault(oracle, message with { Spans = parts }) is not null).ToList();
        for (var at = 0; at < spans.Count; at++)
        {
            Message With(string text) => message with { Spans = [.. spans.Take(at), spans[at] with { Text = text }, .. spans.Skip(at + 1)] };
            spans[at] = spans[at] with { Text = Smallest.Of(spans[at].Text, text => Fault(oracle, With(text)) is not null) };
        }

        return message with { Spans = spans };
    }

    // The request that cleans a text reads these as markup of another kind.
    [GeneratedRegex(@"[*_~|`\[\]()>]")]
    private static partial Regex Markdown();
}
