using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>Looks up the words whose forms no rule gives: wolves, Plätze, journaux.</summary>
internal sealed class IrregularForms
{
    private static readonly char[] Umlauts = ['ä', 'ö', 'ü'];
    private static readonly string[] AdjectiveEndings = ["", "e", "en", "er", "es", "em"];

    private readonly FrozenDictionary<string, string> stems;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> heads;

    /// <param name="languages">Of two that claim a form, the one whose word it is, then the first has it.</param>
    public IrregularForms(IReadOnlyList<LanguageWords> languages)
    {
        var found = new Dictionary<string, string>();
        foreach (var (word, forms) in languages.SelectMany(language => language.Accented))
        {
            AddAccented(found, word, forms);
        }

        foreach (var word in languages.SelectMany(language => language.Inflections.Keys.Concat(language.CompoundHeads.Keys)))
        {
            Add(found, word, word);
        }

        foreach (var (word, forms) in languages.SelectMany(language => language.Inflections))
        {
            AddAll(found, forms.Split(' ', StringSplitOptions.RemoveEmptyEntries), word);
        }

        foreach (var word in languages.SelectMany(language => language.Adjectives))
        {
            AddAll(found, AdjectiveEndings.Select(ending => word + ending), word);
        }

        var compounds = languages.SelectMany(language => language.CompoundHeads)
            .SelectMany(head => FormsOf(head.Key, head.Value).Select(form => (Form: Folding.Word(form), Stem: StemOf(head.Key))))
            .DistinctBy(head => head.Form)
            .ToFrozenDictionary(head => head.Form, head => head.Stem);
        foreach (var (form, stem) in compounds)
        {
            found.TryAdd(form, stem);
        }

        stems = found.ToFrozenDictionary();
        heads = compounds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="word">Folded.</param>
    public string? Find(string word) => stems.GetValueOrDefault(word);

    /// <summary>The stem of a compound whose last part is known, or null.</summary>
    /// <param name="word">Folded, with its umlauts.</param>
    public string? FindCompound(string word)
    {
        const int shortestPrefix = 3;
        const int shortestHead = 4;
        for (var start = shortestPrefix; start <= word.Length - shortestHead; start++)
        {
            var tail = word.AsSpan(start);
            if (heads.TryGetValue(tail, out var head) && IsTelling(tail, head))
            {
                return Folding.WithoutAccents(word[..start]) + head;
            }
        }

        return null;
    }

    /// <summary>Short forms without an umlaut end words of other languages too: "islander" is no Land.</summary>
    private static bool IsTelling(ReadOnlySpan<char> tail, string head)
    {
        const int telling = 6;
        return tail.Length >= telling || tail.IndexOfAny(Umlauts) >= 0 || head.EndsWith("en", StringComparison.Ordinal);
    }

    private static IEnumerable<string> FormsOf(string head, string plurals) =>
    [
        head,
        .. head.EndsWith('s') ? [] : new[] { head + "s" },
        head + "es",
        .. plurals.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(plural => new[] { plural, plural + "n" }),
    ];

    private static void AddAccented(Dictionary<string, string> found, string word, string forms)
    {
        // The sign keeps it apart from the word that is spelled alike without accents.
        foreach (var form in forms.Split(' ').Prepend(word))
        {
            found.TryAdd(Folding.Word(form), StemOf(word) + "'");
        }
    }

    private static void AddAll(Dictionary<string, string> found, IEnumerable<string> forms, string word)
    {
        foreach (var form in forms)
        {
            Add(found, form, word);
        }
    }

    /// <summary>With accents and without, but for umlauts, which alone tell a plural: "Lander" is no Land.</summary>
    private static void Add(Dictionary<string, string> found, string form, string word)
    {
        var folded = Folding.Word(form);
        found.TryAdd(folded, StemOf(word));
        if (folded.IndexOfAny(Umlauts) < 0)
        {
            found.TryAdd(Folding.WithoutAccents(folded), StemOf(word));
        }
    }

    private static string StemOf(string word) => LatinStemmer.JoinIeAndY(Folding.WithoutAccents(Folding.Word(word)));
}
