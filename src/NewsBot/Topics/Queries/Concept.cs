using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>Something with several names that all mean it.</summary>
/// <param name="Name">As people read it: "North Korea".</param>
/// <param name="Key">Its name in canonical form: "north korea".</param>
/// <param name="Names">Every phrase that means it or a part of it, its name first.</param>
/// <param name="Exceptions">Longer phrases within which its names mean something else: "guinea pig".</param>
internal sealed record Concept(string Name, string Key, IReadOnlyList<Phrase> Names, IReadOnlyList<Phrase> Exceptions)
{
    /// <summary>The one word that names a place and may name people and things too: "Jordan". Null where there is none.</summary>
    public Term? PlaceName { get; init; }

    /// <summary>Words of articles that mean something else of the same name, as long as no other name of it stands there.</summary>
    public IReadOnlyList<Phrase> Rivals { get; init; } = [];

    /// <summary>Whether the words around a name decide what it means.</summary>
    public bool NeedsContext => Exceptions.Count > 0 || Rivals.Count > 0 || PlaceName is not null;
}
