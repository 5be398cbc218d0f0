namespace NewsBot.Fetching;

/// <summary>How <see cref="AddressGuard"/> ends a connection attempt; <see cref="Fetcher"/> turns it into a value.</summary>
internal sealed class AddressRefusedException : IOException
{
    private AddressRefusedException(string message)
        : base(message)
    {
    }

    public static AddressRefusedException Private(string host) =>
        new($"{host} is an address of a private or reserved network, which is not fetched (Sources:AllowPrivateNetworks).");

    public static AddressRefusedException Port(string host, int port) =>
        new($"{host} is asked at port {port}, where no public site is: only 80, 443, 8080 and 8443 are fetched (Sources:AllowPrivateNetworks).");
}
