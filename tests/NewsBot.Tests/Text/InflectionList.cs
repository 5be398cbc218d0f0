using NewsBot.Text;

namespace NewsBot.Tests.Text;

/// <summary>How the stems of one language agree with a list of words and their forms.</summary>
/// <param name="Words">Each with its forms, itself first.</param>
/// <param name="Missed">Forms whose stem is not that of their word.</param>
/// <param name="FalseJoins">Two words that share a stem without sharing a form.</param>
internal sealed record InflectionList(IReadOnlyList<string[]> Words, IReadOnlyList<string> Missed, IReadOnlyList<string> FalseJoins)
{
    public int FormCount => Words.Sum(forms => forms.Length - 1);

    /// <param name="language">Two letters (ISO 639-1).</param>
    /// <param name="stemOf">Another stemmer than ours, to compare with.</param>
    public static InflectionList Read(string language, Func<string, string>? stemOf = null)
    {
        stemOf ??= StemOf;
        using var file = new StreamReader(OpenList(language));
        List<string[]> words = [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
        return new InflectionList(words, Missing(words, stemOf), Joined(words, stemOf));
    }

    private static Stream OpenList(string language)
    {
        var assembly = typeof(InflectionList).Assembly;
        return assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith($".Inflections.{language}.txt", StringComparison.Ordinal)))!;
    }

    private static List<string> Missing(List<string[]> words, Func<string, string> stemOf) =>
        [.. words.SelectMany(forms => forms[1..].Where(form => stemOf(form) != stemOf(forms[0])).Select(form => $"{forms[0]} {form}"))];

    private static List<string> Joined(List<string[]> words, Func<string, string> stemOf)
    {
        var joined = new List<string>();
        var owners = new Dictionary<string, string[]>();
        foreach (var forms in words)
        {
            foreach (var form in forms)
            {
                if (owners.TryGetValue(stemOf(form), out var owner) && owner != forms && !owner.Intersect(forms).Any())
                {
                    joined.Add($"{owner[0]} {forms[0]}");
                    break;
                }

                owners.TryAdd(stemOf(form), forms);
            }
        }

        return joined;
    }

    private static string StemOf(string word) => string.Join(' ', Tokenizer.Tokenize(Tokenizer.Compose(word)).Select(token => token.Term.Stem));
}
