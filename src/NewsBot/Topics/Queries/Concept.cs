namespace NewsBot.Topics.Queries;

/// <summary>Something with several names that all mean it.</summary>
/// <param name="Name">As people read it: "North Korea".</param>
/// <param name="Key">Its name in canonical form: "north korea".</param>
/// <param name="Names">Every phrase that means it or a part of it, its name first.</param>
/// <param name="Exceptions">Longer phrases within which its names mean something else: "guinea pig".</param>
internal sealed record Concept(string Name, string Key, IReadOnlyList<Phrase> Names, IReadOnlyList<Phrase> Exceptions);
