using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>Finds the first date with a year among other words. A day without a year is none: no year is invented.</summary>
internal static partial class DateFinder
{
    /// <summary>What a page says about itself is far shorter.</summary>
    private const int MaxLength = 2_000;

    /// <summary>Separators, words and a zone around the time, which is looked for behind the date.</summary>
    private const int MaxTimeLength = 60;

    /// <summary>The instant (UTC): midnight where no time stands beside the day, which is taken as UTC where no zone does. Null when there is none.</summary>
    public static DateTimeOffset? Find(string text)
    {
        var searched = text.Length > MaxLength ? text[..MaxLength] : text;
        foreach (Match found in Candidate().Matches(searched))
        {
            var end = found.Index + found.Length;
            var after = Time().Match(searched.Substring(end, Math.Min(MaxTimeLength, searched.Length - end)));
            if (WithTime(found.Value, after) is { } instant)
            {
                return instant;
            }
        }

        return null;
    }

    private static DateTimeOffset? WithTime(string date, Match after)
    {
        if (!after.Success)
        {
            return DateParser.Parse(date);
        }

        var time = $"{date} {after.Groups["time"].Value} {after.Groups["half"].Value}";
        return DateParser.Parse($"{time} {after.Groups["zone"].Value}") ?? DateParser.Parse(time) ?? DateParser.Parse(date);
    }

    [GeneratedRegex(
        """
        (?<![\p{L}\p{Nd}.:/-])(?:
          (?:19|20)[0-9]{2}(?<sep>[-/.])[0-9]{1,2}\k<sep>[0-9]{1,2}(?=$|[^0-9])
          |(?:19|20)[0-9]{2}\s?[年년]\s?[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일]
          |[0-9]{1,2}(?<sep>[./|]|\s[/|]\s|\.\s)[0-9]{1,2}\k<sep>(?:19|20)[0-9]{2}(?![\p{L}\p{Nd}]|\.[0-9])
          |\p{Nd}{1,2}(?:st|nd|rd|th|er|[.º])?\s+(?:de\s+)?[\p{L}\p{M}]{3,14}\.?,?\s+(?:del?\s+)?(?:(?:19|20|25)[0-9]{2}|[\p{Nd}-[0-9]]{4})(?![\p{L}\p{Nd}])
          |[\p{L}\p{M}]{3,14}\.?\s+\p{Nd}{1,2}(?:st|nd|rd|th|\.)?,?\s+(?:19|20)[0-9]{2}(?![\p{L}\p{Nd}])
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Candidate();

    [GeneratedRegex(
        """
        ^(?:T|(?:\s(?:г|р|года|року)\b\.?)?[\s,|·•–—(/-]+(?:(?:at|um|à|a\s+las|alle|ore|kl|klo|om|às|o|в|о|об)\b\.?\s*)?)
        (?<time>[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(?![0-9.:])
        \s?(?<half>[AaPp]\.?[Mm]\b\.?)?
        \s?(?<zone>[A-Z]{1,5}\b|(?:GMT|UTC)?[+-][0-9]{1,2}:?[0-9]{2})?
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Time();
}
