namespace NewsBot.Benchmarks.Stories;

/// <summary>Two articles, judged by people.</summary>
/// <param name="Language">en or ru, by the name of the file.</param>
/// <param name="IsSame">Whether they tell one story.</param>
internal sealed record StoryPair(string Language, StoryPair.Told First, StoryPair.Told Second, bool IsSame)
{
    internal sealed record Told(string Address, string Title, string Text);

    public static IEnumerable<StoryPair> Read(string folder) =>
        from file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Skip(1)
        let fields = line.Split('\t')
        select new StoryPair(
            Path.GetFileName(file)[..2],
            new Told(fields[0], fields[1], fields[2]),
            new Told(fields[3], fields[4], fields[5]),
            fields[6].Trim() == "OK");
}
