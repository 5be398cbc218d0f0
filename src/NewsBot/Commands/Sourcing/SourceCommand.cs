using System.Globalization;
using NewsBot.Hosting;
using NewsBot.Sources;

namespace NewsBot.Commands.Sourcing;

/// <summary>/source NUMBER: how one source is doing, with buttons to check it now, mute, watch again and remove it.</summary>
internal sealed partial class SourceCommand(WorkSignal<Source> sources, ILogger<SourceCommand> logger) : ICommand
{
    public string Name => "source";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (act, number) = call.IsPress ? CallbackData.Of(call.Argument)
            : ("show", long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : 0);
        if (!call.IsPress && call.Argument.Length == 0)
        {
            call.Reply(call.Texts.SourceHowTo);
        }
        else if (await FindAsync(call, act, number, cancellationToken) is { } source)
        {
            Do(source, act, call);
            call.Show(SourceView.Of(source, call.Now, call.Texts));
        }
        else
        {
            call.Refuse(call.Texts.SourceNotFound);
        }
    }

    /// <summary>What is changed is read under the write lock: the source may be polled at this moment.</summary>
    private static async Task<Source?> FindAsync(CommandCall call, string act, long number, CancellationToken cancellationToken)
    {
        if (act != "show")
        {
            await call.BeginWriteAsync(cancellationToken);
        }

        return await call.Db.Sources.FindAsync([number], cancellationToken);
    }

    /// <summary>Removing is undone by the button that takes its place: the row and its articles stay.</summary>
    private void Do(Source source, string act, CommandCall call)
    {
        switch (act)
        {
            case "mute":
                source.State = SourceState.Muted;
                break;
            case "remove":
                source.State = SourceState.Removed;
                call.Notice = call.Texts.SourceRemoved(source.Title ?? source.Host);
                break;
            case "watch":
                source.Watch(call.Now);
                sources.Notify();
                break;
            case "retry":
                source.NextCheckAt = call.Now;
                sources.Notify();
                break;
            default:
                return;
        }

        Log.Done(logger, (call.Incoming as IncomingCallback)?.UserId, act, source.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Admin {Admin} pressed {Act} for source {Source}")]
        public static partial void Done(ILogger logger, long? admin, string act, long source);
    }
}
