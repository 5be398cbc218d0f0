using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;

namespace NewsBot.Commands.Sourcing;

/// <summary>/addsource ADDRESS, or an address as plain text: has its feeds looked for. The people who run the bot add them, others propose them.</summary>
internal sealed class AddSourceCommand(AddSourceCallback press, WorkSignal<DiscoveryRequest> doorbell) : ICommand
{
    /// <summary>Each lookup asks a stranger's site for a handful of addresses.</summary>
    private const int MaxInADay = 20;

    /// <summary>What the button's data begins with that stands below a topic which may be a site.</summary>
    private const string Find = "find ";

    public string Name => CommandTable.AddressText;

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var isFound = call.IsPress && !call.Argument.StartsWith(Find, StringComparison.Ordinal);
        var written = call.IsPress && !isFound ? call.Argument[Find.Length..] : call.Argument;
        if (isFound)
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
            Ask(call, address);
        }
    }

    private static async Task<string?> RefusalAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var mine = call.Db.Lookups.Where(lookup => lookup.ChatId == call.Incoming.Chat.ChatId);
        if (await mine.AnyAsync(lookup => lookup.DoneAt == null, cancellationToken))
        {
            return call.Texts.StillLooking;
        }

        var yesterday = call.Now.AddDays(-1);
        var isMuch = !call.IsBotAdmin && await mine.CountAsync(lookup => lookup.AskedAt > yesterday, cancellationToken) >= MaxInADay;
        return isMuch ? call.Texts.EnoughLookups : null;
    }

    private void Ask(CommandCall call, Uri address)
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
        doorbell.Notify();
    }
}
