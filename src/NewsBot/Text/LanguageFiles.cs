using System.Collections.Frozen;
using System.Text.Json;

namespace NewsBot.Text;

/// <summary>The files of the folder Languages, read once.</summary>
internal static class LanguageFiles
{
    private const string Folder = ".Text.Languages.";

    /// <summary>By the two letters of the language (ISO 639-1).</summary>
    public static FrozenDictionary<string, LanguageWords> All { get; } = Read();

    public static LanguageWords Of(string language) => All[language];

    /// <summary>A list of all languages together.</summary>
    public static FrozenSet<string> Together(Func<LanguageWords, IEnumerable<string>> list) =>
        All.Values.SelectMany(list).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, LanguageWords> Read()
    {
        var assembly = typeof(LanguageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(CodeOf, name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize(file, LanguageWordsJson.Default.LanguageWords)!;
            });
    }

    private static string CodeOf(string resource) => Path.GetFileNameWithoutExtension(resource)[^2..];
}
