namespace NewsBot.Tests.Oracles;

/// <summary>tests/oracles of the repository that the tests were built in.</summary>
internal static class OracleFolder
{
    /// <summary>The full path of a file in it; null where it is not there.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "oracles", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
