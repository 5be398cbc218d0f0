using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.Sources;

/// <summary>Sees to it that a store has sources: those of the settings, or the starter list where there are neither settings nor sources.</summary>
internal sealed partial class SourceSeeder(
    IDbContextFactory<NewsDb> stores, IOptions<SourceOptions> options, TimeProvider time, ILogger<SourceSeeder> logger)
{
    /// <summary>The list that comes with the program.</summary>
    public static string StarterFile => Path.Combine(AppContext.BaseDirectory, "starter-feeds.opml");

    /// <summary>Adds what is missing; to be called once the store has its tables, before the loops run.</summary>
    public Task SeedAsync(CancellationToken cancellationToken) => SeedAsync(StarterFile, cancellationToken);

    /// <inheritdoc cref="SeedAsync(CancellationToken)"/>
    /// <param name="starterFile">An OPML file, which may be missing.</param>
    public async Task SeedAsync(string starterFile, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var known = await db.Sources.Select(source => source.Address).ToHashSetAsync(cancellationToken);
        var wanted = options.Value.Feeds.Count > 0 ? Configured() : known.Count == 0 ? await StarterAsync(starterFile, cancellationToken) : [];
        var now = time.GetUtcNow();
        foreach (var feed in wanted.Where(feed => known.Add(feed.Address)))
        {
            db.Sources.Add(new Source { Address = feed.Address, Title = feed.Title, NextCheckAt = now });
        }

        if (await db.SaveChangesAsync(cancellationToken) is > 0 and var added)
        {
            Log.Added(logger, added);
        }
    }

    private List<OpmlFeed> Configured()
    {
        var feeds = new List<OpmlFeed>();
        foreach (var written in options.Value.Feeds)
        {
            if (FeedFields.Address(written, null) is { } address)
            {
                feeds.Add(new OpmlFeed(new Uri(address).AbsoluteUri, null));
            }
            else
            {
                Log.NotAnAddress(logger, written);
            }
        }

        return feeds;
    }

    private static async Task<IReadOnlyList<OpmlFeed>> StarterAsync(string file, CancellationToken cancellationToken) =>
        File.Exists(file) ? OpmlReader.Read(await File.ReadAllBytesAsync(file, cancellationToken)).Feeds : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Sources added: {Count}")]
        public static partial void Added(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Sources:Feeds has \"{Written}\", which is no http or https address; it is left out")]
        public static partial void NotAnAddress(ILogger logger, string written);
    }
}
