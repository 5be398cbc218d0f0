using System.Reflection;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>The files of the folder <c>samples</c>, which travel inside this assembly.</summary>
internal static class EmbeddedSamples
{
    /// <summary>Opens a file by its path below <c>samples</c>, with forward slashes.</summary>
    /// <exception cref="FileNotFoundException">No such file was embedded.</exception>
    public static Stream Open(string path) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"samples/{path}")
        ?? throw new FileNotFoundException($"The sample '{path}' is not part of this assembly.", path);

    /// <summary>The whole text of a file, UTF-8.</summary>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }
}
