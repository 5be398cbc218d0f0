using System.Collections.Frozen;
using System.Text.Json;
using NewsBot.Text;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>
/// The topics that are known by several names: countries, organisations, people, places, themes. The files are in the folder
/// Catalogue and part of the program.
/// </summary>
internal static class TopicCatalogue
{
    /// <summary>
    /// Raised with every change of the files: stored topics are read through them, and a new version may read a topic as another.
    /// <see cref="TopicIndexLoader"/> reports those.
    /// </summary>
    public const int Version = 2;

    private static readonly string[] PlaceFiles = ["countries.json", "places.json"];

    /// <summary>Every entry, in the order of the files.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } = ReadEntries();

    private static FrozenDictionary<string, Concept> ByName { get; } = FindNames(Entries);

    /// <summary>What a text means in any number and case: "dprk", "Україну", "South Koreans". Null when it is no name.</summary>
    public static Concept? Find(IReadOnlyList<Token> text) => ByName.GetValueOrDefault(KeyOf(text));

    /// <summary>Equal for names that the catalogue cannot tell apart.</summary>
    public static string KeyOf(IReadOnlyList<Token> name) => string.Join(' ', name.Select(token => token.Term.Stem));

    /// <summary>Every name of an entry once, its proper name first.</summary>
    public static IEnumerable<string> NamesOf(CatalogueEntry entry) =>
        ((string[])[entry.Name, .. entry.Aliases ?? [], .. entry.Capitalised ?? []]).Distinct();

    /// <summary>The other names of a topic, for people.</summary>
    public static IEnumerable<string> AliasesOf(Concept concept) =>
        Entries.Where(entry => entry.Name == concept.Name).SelectMany(NamesOf).Where(name => name != concept.Name);

    private static CatalogueEntry[] ReadEntries()
    {
        var assembly = typeof(TopicCatalogue).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Topics.Catalogue.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                var isPlace = PlaceFiles.Any(place => name.EndsWith(place, StringComparison.Ordinal));
                return JsonSerializer.Deserialize(file, CatalogueJson.Default.CatalogueEntryArray)!.Select(entry => entry with { IsPlace = isPlace });
            })];
    }

    private static FrozenDictionary<string, Concept> FindNames(IEnumerable<CatalogueEntry> entries)
    {
        var names = new Dictionary<string, Concept>();
        foreach (var entry in entries)
        {
            var concept = ConceptOf(entry);
            foreach (var name in NamesOf(entry))
            {
                names.TryAdd(KeyOf(Tokenizer.Tokenize(name)), concept);
            }
        }

        return names.ToFrozenDictionary();
    }

    private static Concept ConceptOf(CatalogueEntry entry)
    {
        var name = Tokenizer.Tokenize(entry.Name);
        var key = string.Join(' ', name.Select(token => token.Term.Plain));
        var phrases = NamesOf(entry).Concat(entry.Includes ?? []).Select(name => PhraseOf(Tokenizer.Tokenize(name), entry.Capitalised?.Contains(name) == true));
        return new Concept(entry.Name, key, [.. phrases], PhrasesOf(entry.Except))
        {
            PlaceName = entry.IsPlace && name.Count == 1 ? name[0].Term : null,
            Rivals = PhrasesOf(entry.Rivals),
        };
    }

    private static Phrase[] PhrasesOf(string[]? texts) => [.. (texts ?? []).Select(text => Phrase.Of(Tokenizer.Tokenize(text)))];

    // Without its case endings a Cyrillic name may be a common word: Самоа and "самой", Індія and "інді".
    private static Phrase PhraseOf(IReadOnlyList<Token> name, bool isCommonWord) =>
        isCommonWord || (name[0].Shape == TokenShape.Capitalised && name[0].Term.Plain[0] is >= '\u0400' and <= '\u052F')
            ? Phrase.Capitalised(name)
            : Phrase.Of(name);
}
