namespace NewsBot.EndToEnd.Tests;

public sealed class SourcesCommandLineTests
{
    [Fact]
    public async Task Lists_of_feeds_go_in_and_out_by_the_command_line()
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-end-to-end-");
        var (list, copy) = (Path.Combine(folder.FullName, "feeds.opml"), Path.Combine(folder.FullName, "copy.opml"));
        await File.WriteAllTextAsync(list, "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://a.example/feed\"/><outline xmlUrl=\"none\"/></body></opml>", TestContext.Current.CancellationToken);
        var store = $"Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "newsbot.db")}";
        Task<FinishedProgram> RunAsync(params string[] arguments) => FinishedProgram.RunAsync(TestContext.Current.CancellationToken, ["sources", .. arguments, "--set", store]);

        var first = await RunAsync("import", list);
        var second = await RunAsync("import", list);
        var export = await RunAsync("export", copy);
        var missing = await RunAsync("import", Path.Combine(folder.FullName, "missing"));

        Assert.Contains("Feeds added: 1, known before: 0, outlines without an address of a feed: 1", first.Output, StringComparison.Ordinal);
        Assert.Contains("Feeds added: 0, known before: 1", second.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (export.ExitCode, missing.ExitCode));
        Assert.Contains("https://a.example/feed", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
