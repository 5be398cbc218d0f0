using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Text;

/// <summary>
/// What a file of the folder Languages says of the words of one language. The files are data that a native speaker can review;
/// they are part of the program. What a file leaves out is empty: generated JSON code keeps that only for properties that can be set.
/// </summary>
internal sealed record LanguageWords
{
    /// <summary>Words that say nothing by themselves.</summary>
    public string[] StopWords { get; set; } = [];

    /// <summary>Stop words that are a subject in another language: war, the river Oder.</summary>
    public string[] SubjectsElsewhere { get; set; } = [];

    /// <summary>Words whose other forms no rule gives: a word, and its forms separated by spaces.</summary>
    public Dictionary<string, string> Inflections { get; set; } = [];

    /// <summary>The same for words that another language spells alike without the accents: they count as written.</summary>
    public Dictionary<string, string> Accented { get; set; } = [];

    /// <summary>The same for words that also end longer ones: "Platz" is in "Arbeitsplätze".</summary>
    public Dictionary<string, string> CompoundHeads { get; set; } = [];

    /// <summary>Adjectives, without the endings of their declension.</summary>
    public string[] Adjectives { get; set; } = [];

    /// <summary>Words that only look as if they had an ending.</summary>
    public string[] Unchanged { get; set; } = [];

    /// <summary>Surnames that are declined, and would otherwise lose their own last syllable.</summary>
    public string[] Surnames { get; set; } = [];

    /// <summary>Endings of case and number that are cut.</summary>
    public string[] Endings { get; set; } = [];

    /// <summary>Letters after ae, oe and ue that tell an umlaut: a digraph and the letters, separated by spaces.</summary>
    public Dictionary<string, string> UmlautsBefore { get; set; } = [];

    /// <summary>Names that are also common words: who types one with a capital means the name.</summary>
    public string[] NamesThatAreWords { get; set; } = [];

    /// <summary>Words that are also acronyms: who types one in capitals means the acronym.</summary>
    public string[] WordsThatAreAcronyms { get; set; } = [];

    /// <summary>Capitalised words that may follow or precede the name of a place and leave it one: Prime, Bank, City.</summary>
    public string[] BesidePlaces { get; set; } = [];

    /// <summary>What is named after a place and is not about it: the Panama Papers, the Paris Agreement.</summary>
    public string[] NamedAfterPlaces { get; set; } = [];

    /// <summary>Words that say that a name is a place when they stand before it: in, from.</summary>
    public string[] BeforePlaces { get; set; } = [];

    /// <summary>Titles of people: "Mr Jordan" is no country.</summary>
    public string[] BeforePeople { get; set; } = [];

    /// <summary>States and provinces whose towns bear the names of other places: Paris, Texas.</summary>
    public string[] StatesAfterPlaces { get; set; } = [];

    /// <summary>Words of CJK texts that tell where a name begins or ends: 一日, 国家.</summary>
    public string[] Segments { get; set; } = [];

    /// <summary>Abbreviations after which something always follows: "Dr.".</summary>
    public string[] AbbreviationsBeforeMore { get; set; } = [];

    /// <summary>Abbreviations that may also end a sentence: "Inc.".</summary>
    public string[] AbbreviationsAnywhere { get; set; } = [];

    /// <summary>Words that begin a sentence and no name.</summary>
    public string[] SentenceStarters { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LanguageWords))]
internal sealed partial class LanguageWordsJson : JsonSerializerContext;
