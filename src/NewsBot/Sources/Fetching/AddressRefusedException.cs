namespace NewsBot.Sources.Fetching;

/// <summary>How <see cref="AddressGuard"/> ends a connection attempt; <see cref="Fetcher"/> turns it into a value.</summary>
internal sealed class AddressRefusedException(string host)
    : IOException($"{host} is an address of a private or reserved network, which is not fetched (Sources:AllowPrivateNetworks).");
