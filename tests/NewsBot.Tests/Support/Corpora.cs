namespace NewsBot.Tests.Support;

/// <summary>Collections outside the repository, in the folder that NEWSBOT_CORPORA names. Tests on them are skipped without it.</summary>
internal static class Corpora
{
    /// <summary>The path of a collection; skips the test where it is missing.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("NEWSBOT_CORPORA") ?? "", name);
        Assert.SkipWhen(!Path.IsPathRooted(folder) || !Directory.Exists(folder), $"NEWSBOT_CORPORA has no {name}");
        return folder;
    }

    /// <summary>The files of a collection in a fixed order; none where it is missing.</summary>
    public static IEnumerable<string> FilesIfAny(string name, string pattern)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("NEWSBOT_CORPORA") ?? "", name);
        return Path.IsPathRooted(folder) && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }
}
