using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Health;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Alerts;

/// <summary>Tells the bot's admins of sources in trouble: each trouble once, and all that are found at one time in one message.</summary>
internal sealed class SourceAlerts(IOptions<RoleOptions> roles)
{
    /// <summary>Answers are numbered with updates', which are above zero, and broadcasts' progress right below it.</summary>
    private const long Numbering = -1L << 48;

    private const int MaxListed = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Looks at all sources, and saves what it tells. Returns whether there was anything to tell.</summary>
    public async Task<bool> TellAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changed = await ChangedAsync(db, now, cancellationToken);
        foreach (var (source, trouble) in changed)
        {
            source.ToldTrouble = trouble;
        }

        var news = changed.Where(change => change.Trouble != SourceProblem.None).ToList();
        if (news.Count > 0)
        {
            await TellAsync(db, news, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return news.Count > 0;
    }

    /// <summary>Those whose trouble is another than what was told of them: none any more, too.</summary>
    private static async Task<List<(Source Source, SourceProblem Trouble)>> ChangedAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (failing, silent) = (now - SourceHealthEvaluator.FailingFor, now - SourceHealthEvaluator.ShortestSilence);
        var suspects = await db.Sources
            .Where(source => source.ToldTrouble != SourceProblem.None || source.State == SourceState.Gone
                || (source.State == SourceState.Watched && (source.FailingSince <= failing || source.LastNewsAt <= silent || (source.Failures > 1 && source.LastSuccessAt <= failing))))
            .OrderBy(source => source.Id).ToListAsync(cancellationToken);
        return [.. suspects.Select(source => (source, SourceHealthEvaluator.Of(source, now))).Where(change => change.Item1.ToldTrouble != change.Item2)];
    }

    private async Task TellAsync(NewsDb db, List<(Source Source, SourceProblem Trouble)> news, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var admin in roles.Value.Admins.Distinct())
        {
            var chat = new ChatAddress(admin);
            var texts = Texts.For((await db.FindSubscriberAsync(chat, cancellationToken))?.Language);
            db.Enqueue(chat, Numbering + now.ToUnixTimeSeconds(), 0, MessageOf(news, now, texts), null, now, Lifetime);
        }
    }

    private static Message MessageOf(List<(Source Source, SourceProblem Trouble)> news, DateTimeOffset now, Texts texts)
    {
        var message = new MessageBuilder().Text(texts.TroubleTitle(news.Count));
        foreach (var (source, trouble) in news.Take(MaxListed))
        {
            message.Text($"\n\n{source.Id}. ").Bold(source.Title ?? source.Host).Text($" {trouble switch
            {
                SourceProblem.Failing => texts.FailingForADay(source.FailureReason ?? ""),
                SourceProblem.Gone => texts.GoneForGood,
                _ => texts.SilentFor(now - source.LastNewsAt!.Value, source.TypicalGap!.Value),
            }}");
        }

        message.Text(news.Count > MaxListed ? $"\n\n{texts.AndMore(news.Count - MaxListed)}" : "");
        foreach (var row in news.Take(MaxListed).Select(change => new Button(texts.ShowSourceButton(change.Source.Id), $"source:show {change.Source.Id}")).Chunk(4))
        {
            message.Row(row);
        }

        return message.Row(new Button(texts.SourcesButton, "sources:1")).Build();
    }
}
