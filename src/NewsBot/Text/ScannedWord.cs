namespace NewsBot.Text;

/// <summary>A word that was found in a text and not yet looked up.</summary>
/// <param name="Hash">The lower half of <see cref="WordKey.Hash"/>: kept, as it is asked for twice.</param>
/// <param name="Position">See <see cref="Token.Position"/>.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="Length">UTF-16 units.</param>
internal readonly record struct ScannedWord(WordKey Key, int Hash, int Position, int Start, int Length);
