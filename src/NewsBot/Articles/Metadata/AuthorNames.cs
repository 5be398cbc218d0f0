using System.Text.RegularExpressions;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>Makes a list of names of a byline: without "By", addresses, jobs and desks.</summary>
internal static partial class AuthorNames
{
    private const int MaximumNames = 10;
    private const int MaximumNameLength = 60;

    /// <summary>The names in the byline's order, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> bylines)
    {
        List<string> names = [.. bylines.SelectMany(Split).DistinctBy(name => name.ToUpperInvariant()).Take(MaximumNames)];

        // "About Ida Holm" beside "Ida Holm".
        return [.. names.Where(name => !names.Exists(other => name.EndsWith($" {other}", StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether the text is nothing but a person's name: two to four words that begin as names do.</summary>
    public static bool IsPersonName(string text)
    {
        var words = text.Split(' ');
        return words.Length is >= 2 and <= 4
            && text.Length <= MaximumNameLength
            && words.All(word => NameWord().IsMatch(word) || Particle().IsMatch(word))
            && NameWord().IsMatch(words[^1]);
    }

    private static IEnumerable<string> Split(string byline)
    {
        var text = Lead().Replace(DisplayText.Fold(Address().Replace(byline, " ")), "");
        foreach (var part in Separator().Split(text))
        {
            var name = Tail().Replace(Preposition().Replace(part, ""), "").Trim(' ', '-', '–', '—', '|', ':', '(', ')', '"');
            name = Initial().IsMatch(name) ? name : name.TrimEnd('.');
            if (IsName(name))
            {
                yield return name;
            }
        }
    }

    /// <summary>"Mia Dahl, who covers harbours": after a name a part in small letters tells of it.</summary>
    private static bool IsTold(string name) => name.Contains(' ', StringComparison.Ordinal) && char.IsLower(name[0]) && DisplayText.CountWords(name) > 2;

    /// <summary>"Le" of "Par Ana Ruiz, Le 17 mai": signs of two letters are written in capitals or in small letters.</summary>
    private static bool IsParticleAlone(string name) => name.Length == 2 && char.IsUpper(name[0]) && char.IsLower(name[1]);

    private static bool IsName(string name) =>
        name.Length is > 1 and <= MaximumNameLength
        && DisplayText.CountWords(name) <= 5
        && char.IsLetter(name[0])
        && !name.Contains("://", StringComparison.Ordinal)
        && !name.Contains('@', StringComparison.Ordinal)
        && !name.Any(char.IsDigit)
        && !IsTold(name)
        && !IsParticleAlone(name)
        && !Job().IsMatch(name);

    [GeneratedRegex(@"https?://\S+|\S+@\S+\.\S+|\s@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*((?:written|reported|story|posted|published|words|text|interview) by|by|interview|(?:veröffentlicht|erstellt|geschrieben|eingestellt|verfasst|rezept) von|publicado por|publié par|von|vom|par|por|di|автор|авторка|текст|author|autor|auteur|redacción)(?!\w)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    /// <summary>In small letters, because "Von" and "Di" begin names.</summary>
    [GeneratedRegex(@"^(?:by|von|vom|par|por|di)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\s*[,;/|•·]\s*|\s+(?:and|und|et|y|і|и|та|with|&)\s+|\s+[–—-]\s+|\s+for\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(in|aus|à|en)\s+\p{Lu}[\p{L} ]*$|\s*\([^)]*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(correspondent|reporter|editor|journalist|writer|columnist|analyst|producer|contributor|staff|bureau|desk|chief|minutes?|ago|updated|published|photographer|photograph|foto|admin|unknown|anonymous|agencies|autor|author|folgen|follow|profile|copyright|rights|tags|reserved|gmbh|ltd|inc|veröffentlicht|publiziert|kommentar|comment|weitere|alle|korrespondent(in)?|redakteur(in)?|journalistin?|rédact\w*|journaliste|redactora?|periodista|corresponsal|кореспондент\w*|корреспондент\w*|журналіст\w*|журналист\w*|редактор\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Job();

    [GeneratedRegex(@"\s\p{Lu}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();

    [GeneratedRegex(@"^\p{Lu}[\p{L}’'ʼ.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(de|del|della|di|da|la|le|van|von|der|den|al|el|bin|ibn|y|dos|du)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
