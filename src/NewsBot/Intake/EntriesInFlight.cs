using NewsBot.Sources;

namespace NewsBot.Intake;

/// <summary>The entries that are being read. Of one host there is one at a time: its pages must not take the places of other hosts' pages.</summary>
internal sealed class EntriesInFlight
{
    private readonly Dictionary<long, (string? Host, Task Reading)> entries = [];

    public int Count => entries.Count;

    public long[] Ids => [.. entries.Keys];

    /// <summary>What the addresses of the hosts' pages begin with.</summary>
    public string[] AddressPrefixes => [.. entries.Values.Select(entry => entry.Host).OfType<string>().SelectMany(host => new[] { $"https://{host}/", $"http://{host}/" })];

    /// <summary>Whether the entry can be started now.</summary>
    public bool Allows(Entry entry) => !entries.ContainsKey(entry.Id) && (HostOf(entry) is not { } host || !entries.Values.Any(other => other.Host == host));

    public void Add(Entry entry, Task reading) => entries.Add(entry.Id, (HostOf(entry), reading));

    /// <summary>Forgets those that have ended.</summary>
    public void RemoveCompleted()
    {
        foreach (var id in entries.Where(entry => entry.Value.Reading.IsCompleted).Select(entry => entry.Key).ToList())
        {
            entries.Remove(id);
        }
    }

    public Task WhenAny() => Task.WhenAny(entries.Values.Select(entry => entry.Reading));

    public Task WhenAll() => Task.WhenAll(entries.Values.Select(entry => entry.Reading));

    /// <summary>The host as addresses spell it, or null for entries whose page is not fetched.</summary>
    private static string? HostOf(Entry entry) =>
        !entry.Baseline && Uri.TryCreate(entry.Address, UriKind.Absolute, out var address) ? address.Authority : null;
}
