using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Polling;

namespace NewsBot.Commands.Sourcing;

/// <summary>How a source is shown to the people who run the bot.</summary>
internal static class SourceView
{
    public static SourceFigures FiguresOf(Source source, DateTimeOffset now) => new(source.Id, source.Title ?? source.Host, source.Address)
    {
        IsMuted = source.State == SourceState.Muted,
        IsRemoved = source.State == SourceState.Removed,
        IsGone = source.State == SourceState.Gone,
        Error = source.State == SourceState.Watched ? source.FailureReason : null,
        SinceSuccess = now - source.LastSuccessAt,
        SinceNews = now - source.LastNewsAt,
        ToNextLook = source.State != SourceState.Watched ? null : source.NextCheckAt > now ? source.NextCheckAt - now : TimeSpan.Zero,
        Interval = source.State == SourceState.Watched && source.LastCheckAt is { } last && source.NextCheckAt > last ? source.NextCheckAt - last : null,
        EntriesPerDay = source.TypicalGap is { } gap && gap > TimeSpan.Zero ? TimeSpan.FromDays(1) / gap : null,
        Identification = source.IdentityTraits == IdentityTraits.None ? null : new EntryIdentification(
            source.IdentityTraits.HasFlag(IdentityTraits.GuidsRepeat),
            source.IdentityTraits.HasFlag(IdentityTraits.GuidsChange),
            source.IdentityTraits.HasFlag(IdentityTraits.LinksRepeat),
            source.IdentityTraits.HasFlag(IdentityTraits.LinksChange),
            source.IdentityTraits.HasFlag(IdentityTraits.DatesChange)),
        Unchanged = source.Checks > 1 ? (double)source.UnchangedChecks / source.Checks : null,
    };

    /// <summary>One source with its buttons.</summary>
    public static Message Of(Source source, DateTimeOffset now, Texts texts)
    {
        var figures = FiguresOf(source, now);
        var message = new MessageBuilder().Bold(figures.Title).Text($"\n{texts.SourceDetails(figures)}");
        var acts = new List<Button>();
        if (source.State == SourceState.Watched)
        {
            acts.Add(new Button(texts.RetryButton, $"source:retry {source.Id}"));
            acts.Add(new Button(texts.MuteButton, $"source:mute {source.Id}"));
        }
        else
        {
            acts.Add(new Button(texts.UnmuteButton, $"source:watch {source.Id}"));
        }

        if (source.State != SourceState.Removed)
        {
            acts.Add(new Button(texts.RemoveButton, $"source:remove {source.Id}"));
        }

        return message.Row(acts).Row(new Button(texts.SourcesButton, "sources:1")).Build();
    }
}
