using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>The words of Ukrainian and Russian whose forms are listed, and the stem of each form.</summary>
internal static class CyrillicForms
{
    private static readonly string[] SurnameEndings =
        ["", "а", "у", "ы", "и", "е", "і", "ым", "им", "ом", "ой", "ою", "ых", "их", "ыми", "ими", "ові"];

    /// <param name="byRule">The stem that the rules give a word: listed and other forms of it must meet.</param>
    public static FrozenDictionary<string, string> Build(LanguageWords russian, LanguageWords ukrainian, Func<string, string> byRule)
    {
        var owners = new Dictionary<string, string>();
        AddSurnames(owners, russian.Surnames.Concat(ukrainian.Surnames));
        foreach (var word in russian.Inflections.Keys.Concat(ukrainian.Inflections.Keys))
        {
            owners.TryAdd(word, word);
        }

        foreach (var (word, forms) in russian.Inflections)
        {
            AddForms(owners, FormsIn(forms), word);
        }

        foreach (var (word, forms) in ukrainian.Inflections)
        {
            var owner = RussianTwin(word, FormsIn(forms), owners, russian) ?? word;
            owners[word] = russian.Inflections.ContainsKey(word) ? owners[word] : owner;
            AddForms(owners, FormsIn(forms), owner);
        }

        var stems = StemsOf(owners.Values.Distinct(), byRule);
        return owners.ToFrozenDictionary(pair => pair.Key, pair => stems[pair.Value]);
    }

    private static string[] FormsIn(string forms) => forms.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void AddSurnames(Dictionary<string, string> owners, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            AddForms(owners, SurnameEndings.Select(ending => name + ending), name);
        }
    }

    private static void AddForms(Dictionary<string, string> owners, IEnumerable<string> forms, string word)
    {
        foreach (var form in forms)
        {
            owners.TryAdd(form, word);
        }
    }

    /// <summary>The Russian word with which a Ukrainian one shares two forms or more is the same: дім and дом.</summary>
    private static string? RussianTwin(string word, string[] forms, Dictionary<string, string> owners, LanguageWords russian)
    {
        const int fewest = 2;
        var shared = forms.Select(form => owners.GetValueOrDefault(form))
            .Where(owner => owner is not null && owner != word && russian.Inflections.ContainsKey(owner))
            .CountBy(owner => owner!)
            .OrderByDescending(count => count.Value)
            .FirstOrDefault();
        return shared.Value >= fewest ? shared.Key : null;
    }

    /// <summary>Of two words to which the rules give one stem the second keeps its own form; names in -ов always do.</summary>
    private static Dictionary<string, string> StemsOf(IEnumerable<string> words, Func<string, string> byRule)
    {
        var taken = new HashSet<string>();
        return words.ToDictionary(word => word, word => word is [.., 'о' or 'е' or 'є', 'в'] || !taken.Add(byRule(word)) ? word : byRule(word));
    }
}
