using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.CommandLine;

/// <summary><c>newsbot sources import|export FILE</c>: what is watched, as an OPML file. It may be done while the service runs.</summary>
internal static class SourcesListCommand
{
    private const string Console = "-";

    /// <param name="use">Opens the store of the settings, does something with it, and returns the exit code.</param>
    public static Command Create(Func<ParseResult, Func<NewsDb, TimeProvider, Task<int>>, Task<int>> use)
    {
        var command = new Command("sources", "The feeds that are watched, as an OPML file.");
        command.Subcommands.Add(Subcommand("import", "Adds the feeds of an OPML file.", "The OPML file; - for standard input.", ImportAsync));
        command.Subcommands.Add(Subcommand("export", "Writes the watched feeds into an OPML file.", "The OPML file; - for standard output.", ExportAsync));
        return command;

        Command Subcommand(string name, string description, string about, Func<string, NewsDb, TimeProvider, Task<int>> run)
        {
            var file = new Argument<string>("FILE") { Description = about };
            var subcommand = new Command(name, description) { file };
            subcommand.SetAction((parsed, _) => use(parsed, (db, time) => RunAsync(() => run(parsed.GetValue(file)!, db, time))));
            return subcommand;
        }
    }

    /// <summary>A file that cannot be used is a sentence, and exit code 1.</summary>
    private static async Task<int> RunAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && StoreErrors.Describe(exception) is null)
        {
            await System.Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> ImportAsync(string file, NewsDb db, TimeProvider time)
    {
        using var content = new MemoryStream();
        await using (var from = file == Console ? System.Console.OpenStandardInput() : File.OpenRead(file))
        {
            await from.CopyToAsync(content);
        }

        var list = OpmlReader.Read(content.GetBuffer().AsMemory(0, (int)content.Length));
        foreach (var unusable in list.Unusable)
        {
            await System.Console.Error.WriteLineAsync($"No address of a feed: {unusable}");
        }

        if (list.Feeds.Count == 0)
        {
            await System.Console.Error.WriteLineAsync($"{file} lists no feed: an OPML file has outlines with an xmlUrl.");
            return 1;
        }

        var added = await db.WatchAllAsync(list.Feeds, time.GetUtcNow(), CancellationToken.None);
        await db.SaveChangesAsync();
        System.Console.WriteLine($"Feeds added: {added.Count}, known before: {list.Feeds.Count - added.Count}, outlines without an address of a feed: {list.Unusable.Count}");
        return 0;
    }

    private static async Task<int> ExportAsync(string file, NewsDb db, TimeProvider time)
    {
        var feeds = await db.Sources.Where(source => source.State == SourceState.Watched).OrderBy(source => source.Id)
            .Select(source => new OpmlFeed(source.Address, source.Title)).ToListAsync();
        if (file == Console)
        {
            System.Console.WriteLine(OpmlWriter.Write(feeds));
            return 0;
        }

        await File.WriteAllTextAsync(file, OpmlWriter.Write(feeds));
        System.Console.WriteLine($"{feeds.Count} feeds written to {Path.GetFullPath(file)}");
        return 0;
    }
}
