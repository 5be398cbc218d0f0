using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NewsBot.Tests;

/// <summary>Holds the documents to the files that they name.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_names_only_files_that_exist(string document)
    {
        var file = Path.Combine(Root, document);
        var text = File.ReadAllText(file);
        var links = Link().Matches(text).Select(match => Path.Combine(Path.GetDirectoryName(file)!, match.Groups["path"].Value));
        var paths = SourcePath().Matches(text).Select(match => Path.Combine(Root, match.Groups["path"].Value));
        Assert.Empty(links.Concat(paths).Where(path => !Path.Exists(path)).Select(path => Path.GetRelativePath(Root, path)).Distinct());
    }

    [Fact]
    public void The_architecture_names_a_file_for_every_step() =>
        Assert.InRange(SourcePath().Count(File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"))), 30, int.MaxValue);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<path>[^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:src|tests|benchmarks)/[^`\s*…]+)`")]
    private static partial Regex SourcePath();
}
