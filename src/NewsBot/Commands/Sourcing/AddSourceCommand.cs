using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;

namespace NewsBot.Commands.Sourcing;

/// <summary>/addsource ADDRESS, or an address as plain text: finds its feeds. Admins of the bot add them, others propose them.</summary>
internal sealed class AddSourceCommand(AddSourceCallback press, WorkSignal<DiscoveryRequest> requests) : ICommand
{
    /// <summary>Each search asks a stranger's site for a handful of addresses.</summary>
    private const int MaxInADay = 20;

    /// <summary>How the data of the button begins that is below a topic which may be a site.</summary>
    private const string Find = "find ";

    public string Name => CommandTable.AddressText;

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var isOfFeed = call.IsPress && !call.Argument.StartsWith(Find, StringComparison.Ordinal);
        var written = call.IsPress && !isOfFeed ? call.Argument[Find.Length..] : call.Argument;
        if (isOfFeed)
        {
            await press.RunAsync(call, cancellationToken);
        }
        else if (call.Incoming.ChatKind != ChatKind.Private)
        {
            call.Reply(call.Texts.AddSourceInPrivate);
        }
        else if (written.Length == 0)
        {
            call.Reply(call.Texts.AddSourceHowTo(call.IsBotAdmin));
        }
        else if (TypedAddress.Of(written) is not { } address)
        {
            call.Reply(call.Texts.NotAnAddress(written));
        }
        else if (await RefusalAsync(call, cancellationToken) is { } refusal)
        {
            call.Reply(refusal);
        }
        else
        {
            Enqueue(call, address);
        }
    }

    private static async Task<string?> RefusalAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var mine = call.Db.Lookups.Where(request => request.ChatId == call.Incoming.Chat.ChatId);
        if (await mine.AnyAsync(request => request.DoneAt == null, cancellationToken))
        {
            return call.Texts.StillLooking;
        }

        var yesterday = call.Now.AddDays(-1);
        var isMuch = !call.IsBotAdmin && await mine.CountAsync(request => request.AskedAt > yesterday, cancellationToken) >= MaxInADay;
        return isMuch ? call.Texts.EnoughLookups : null;
    }

    private void Enqueue(CommandCall call, Uri address)
    {
        call.Db.Lookups.Add(new DiscoveryRequest
        {
            Address = address.AbsoluteUri,
            ChatId = call.Incoming.Chat.ChatId,
            UpdateId = call.Incoming.UpdateId,
            IsByAdmin = call.IsBotAdmin,
            AskedAt = call.Now,
        });
        call.Reply(call.Texts.LookingFor(TypedAddress.Shown(address)));
        requests.Notify();
    }
}
