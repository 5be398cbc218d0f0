namespace NewsBot.Articles.Metadata;

/// <summary>The site of a page, by its name and its address.</summary>
/// <param name="Name">As it calls itself, or null.</param>
/// <param name="Address">The page's address, or null.</param>
internal sealed record Site(string? Name, Uri? Address)
{
    private const int MinHostLetters = 4;

    public static Site Unknown { get; } = new(null, null);

    /// <summary>Whether a byline's name is the site's: its own, or its host ("stol.it").</summary>
    public bool IsCalled(string name) =>
        string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) || (name.Contains('.', StringComparison.Ordinal) && IsInHost(name));

    /// <summary>Whether a heading or the end of a title is the site's name, as it gives it or as its host spells it.</summary>
    public bool IsNamedBy(string text) => Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || IsInHost(text);

    private bool IsInHost(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        var host = Address is null ? "" : string.Concat(Address.Host.Where(char.IsLetterOrDigit));
        return letters.Length >= MinHostLetters && host.Contains(letters, StringComparison.OrdinalIgnoreCase);
    }
}
