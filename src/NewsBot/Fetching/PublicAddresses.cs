using System.Net;
using System.Net.Sockets;

namespace NewsBot.Fetching;

/// <summary>The addresses of the public internet, by the special-purpose registries of IANA (RFC 6890 and its updates).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] ReservedV4 = Networks(
        "0.0.0.0/8", // this network, unspecified
        "10.0.0.0/8",
        "100.64.0.0/10", // carrier-grade NAT
        "127.0.0.0/8",
        "168.63.129.16/32", // a public number that is Azure's metadata server from within
        "169.254.0.0/16", // link-local, most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4", // multicast
        "240.0.0.0/4"); // reserved, broadcast

    /// <summary>The only part of IPv6 that is given out; loopback, ULA, link-local, multicast and NAT64 lie outside.</summary>
    private static readonly IPNetwork GlobalUnicastV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ReservedV6 = Networks(
        "2001::/23", // Teredo and other protocol assignments
        "2001:db8::/32",
        "2002::/16", // 6to4: carries an IPv4 address, which may be private
        "3fff::/20");

    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsIn(ReservedV4, plain),
            AddressFamily.InterNetworkV6 => GlobalUnicastV6.Contains(plain) && !IsIn(ReservedV6, plain),
            _ => false,
        };
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
