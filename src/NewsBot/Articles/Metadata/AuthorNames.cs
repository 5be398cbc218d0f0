using System.Text.RegularExpressions;
using NewsBot.Content.Dates;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>Makes a list of names of a byline: without "By", addresses, dates, jobs and desks.</summary>
internal static partial class AuthorNames
{
    private const int MaxNames = 10;
    private const int MaxNameLength = 60;
    private const int MaxNameWords = 5;

    /// <summary>What is longer is no byline: its beginning is read.</summary>
    private const int MaxBylineLength = 1_000;

    /// <summary>The names in the byline's order, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> bylines)
    {
        List<string> names = [.. bylines.SelectMany(Split).DistinctBy(name => name.ToUpperInvariant()).Take(MaxNames)];

        // "About Ida Holm" beside "Ida Holm".
        return [.. names.Where(name => !names.Exists(other => name.EndsWith($" {other}", StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether the text is nothing but a person's name: two to four words that begin as names do.</summary>
    public static bool IsPersonName(string text)
    {
        var words = text.Split(' ');
        return words.Length is >= 2 and <= 4
            && text.Length <= MaxNameLength
            && words.All(word => NameWord().IsMatch(word) || Particle().IsMatch(word))
            && NameWord().IsMatch(words[^1]);
    }

    /// <summary>Whether the text, which is said to be a name, reads as one: a person's, or one in a script without capitals.</summary>
    public static bool IsLikelyName(string text) =>
        IsPersonName(text) || (text.Length is >= 2 and <= MaxNameLength && text.Split(' ') is { Length: <= 4 } words && words.All(word => CaselessWord().IsMatch(word)));

    private static IEnumerable<string> Split(string byline)
    {
        var text = WithoutLead(DisplayText.Fold(Address().Replace(byline.Length > MaxBylineLength ? byline[..MaxBylineLength] : byline, " ")));
        return BylinePhrases.Separator.Split(text).Where(part => !BylinePhrases.Pictures.IsMatch(part)).Select(ToName).Where(IsName);
    }

    private static string WithoutLead(string text)
    {
        while (true)
        {
            var lead = BylinePhrases.Lead.Match(text);
            var length = lead is { Success: true, Length: > 0 } ? lead.Length : JoinedLead().Match(text).Length;
            if (length == 0)
            {
                return text;
            }

            text = text[length..];
        }
    }

    private static string ToName(string part)
    {
        var name = WithoutDate(Tail().Replace(Preposition().Replace(part, ""), "")).Trim(' ', '-', '–', '—', '|', ':', '(', ')', '"', ',', '*');
        if (Affiliation().Match(name) is { Success: true } found && IsPersonName(found.Groups[1].Value))
        {
            name = found.Groups[1].Value;
        }

        return Initial().IsMatch(name) ? name : name.TrimEnd('.');
    }

    /// <summary>"Nils Corby Dec. 19": a name has no digits, and before those of a date stand months and days of the week.</summary>
    private static string WithoutDate(string part)
    {
        var digit = part.AsSpan().IndexOfAnyInRange('0', '9');
        var words = (digit > 0 ? part[..digit] : part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = words.Length;
        while (length > 0 && IsOfDate(words[length - 1]) && (length is 1 or > 2 || digit > 0 || char.IsLower(words[length - 1][0])))
        {
            length--;
        }

        return digit > 0 || length < words.Length ? string.Join(' ', words[..length]) : part;
    }

    private static bool IsOfDate(string word)
    {
        var letters = word.TrimEnd('.', ',');
        return letters is "on" or "am" or "at" or "le" or "el" or "um" || CalendarNames.Month(letters) is not null || CalendarNames.IsDay(letters) || CalendarNames.EnglishDay(letters) is not null;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= MaxNameLength
        && DisplayText.CountWords(name) <= MaxNameWords
        && char.IsLetter(name[0])
        && !name.Contains("://", StringComparison.Ordinal)
        && !name.Contains('@', StringComparison.Ordinal)
        && !name.Any(char.IsDigit)
        && !IsDescription(name)
        && !IsParticleAlone(name)
        && !BylinePhrases.NotNames.IsMatch(name);

    /// <summary>"Mia Dahl, who covers harbours": after a name a part in small letters tells of it.</summary>
    private static bool IsDescription(string name) => char.IsLower(name[0]) && DisplayText.CountWords(name) > 2;

    /// <summary>"Le" of "Par Ana Ruiz, Le 17 mai": signs of two letters are written in capitals or in small letters.</summary>
    private static bool IsParticleAlone(string name) => name.Length == 2 && char.IsUpper(name[0]) && char.IsLower(name[1]);

    [GeneratedRegex(@"https?://\S+|[^\s@]{1,64}@[^\s@]{1,100}|(?<=\s)@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>"ByTravis Haney", as of two elements without a space between them.</summary>
    [GeneratedRegex(@"^(?:By|BY|Von|Por|Par)(?=\p{Lu}\p{Ll}|by )", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedLead();

    /// <summary>In small letters, because "Von" and "Di" begin names.</summary>
    [GeneratedRegex(@"^(?:by|von|vom|par|por|di)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    /// <summary>"Ida Holm in Larnow", "Ida Holm (text)".</summary>
    [GeneratedRegex(@"\s(in|aus|à|en)\s\p{Lu}[\p{L} ]*$|\s?\([^)]*\)\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    /// <summary>"Jory Finch For Harbour Mail".</summary>
    [GeneratedRegex(@"^([^,]{3,50}?)\s(?:[Ff]or|FOR|at|bei|[Ss]pecial to)\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@"\s\p{Lu}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();

    [GeneratedRegex(@"^\p{Lu}[\p{L}’'ʼ.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^[\p{Lo}\p{Lm}\p{Mn}\p{Mc}・]{2,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex CaselessWord();

    [GeneratedRegex(@"^(de|del|della|di|da|la|le|van|von|der|den|al|el|bin|ibn|y|dos|du)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
