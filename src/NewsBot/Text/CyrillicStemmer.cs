namespace NewsBot.Text;

/// <summary>
/// Case endings of Ukrainian and Russian nouns and adjectives: Україна, України, Україною are one word, and північна, північної too.
/// Surnames' own endings (-ов, -ев, -ін) and the endings that make a noun of a verb stay.
/// </summary>
internal static class CyrillicStemmer
{
    /// <summary>Below it words of different meaning fall together: "Иран" must not lose anything.</summary>
    private const int ShortestStem = 4;

    private static readonly string[] Endings =
    [
        "ями", "ами", "ого", "его", "ому", "ему", "ими", "ыми", "ього", "ьому",
        "ам", "ям", "ах", "ях", "ом", "ем", "єм", "ою", "ею", "єю", "ой", "ей", "ої", "ій", "ий", "ый", "им", "ым", "их", "ых",
        "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие",
        "а", "я", "у", "ю", "о", "е", "є", "и", "і", "ї", "ы", "й", "ь",
    ];

    /// <summary>Names whose last letters belong to them.</summary>
    private static readonly string[] Whole = ["вьетнам", "єтнам", "газпром", "иерусалим", "єрусалим", "роснефть", "хезболла"];

    public static string Cut(string word)
    {
        if (word[0] is < '\u0400' or > '\u052F')
        {
            return word;
        }

        foreach (var name in Whole)
        {
            if (word.Length - name.Length is >= 0 and <= 2 && word.StartsWith(name, StringComparison.Ordinal))
            {
                return name;
            }
        }

        var ending = Array.Find(Endings, ending => Fits(word, ending));
        return ending is null ? word : word[..^ending.Length];
    }

    private static bool Fits(string word, string ending) =>
        word.Length - ending.Length >= ShortestStem
        && word.EndsWith(ending, StringComparison.Ordinal)
        // "санкцій" is the plural of "санкція" and loses й alone; "північній" is an adjective and loses ій.
        && !(ending is "ій" or "ий" && word[^3] == 'ц');
}
