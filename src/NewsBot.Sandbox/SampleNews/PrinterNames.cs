namespace NewsBot.Sandbox.SampleNews;

/// <summary>Invented names of printers and towns for numbered pages. None comes twice in 209 pages (19 beginnings, 11 endings).</summary>
internal static class PrinterNames
{
    private static readonly string[] Beginnings =
        ["Alder", "Bram", "Corn", "Dun", "Elm", "Farn", "Gorse", "Hazel", "Iver", "Juni", "Kest", "Larch", "Mallow", "Nettle", "Oxen", "Pren", "Quill", "Rowan", "Sorrel"];

    private static readonly string[] OfPeople = ["sett", "man", "itt", "smith", "by", "kins", "ell", "ster", "wright", "sson", "combe"];

    private static readonly string[] OfTowns = ["mere", "ford", "ham", "wick", "haven", "moor", "stead", "worth", "dale", "bridge", "ness"];

    public static string Person(int number) => Name(number, OfPeople);

    /// <summary>Begins unlike the person's name of the same page.</summary>
    public static string Town(int number) => Name(number + (Beginnings.Length / 2), OfTowns);

    private static string Name(int number, string[] endings) =>
        Beginnings[number % Beginnings.Length] + endings[number % endings.Length];
}
