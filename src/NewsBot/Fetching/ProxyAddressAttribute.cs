using System.ComponentModel.DataAnnotations;

namespace NewsBot.Fetching;

/// <summary>Empty, or the address of a proxy: scheme, host and port, with or without credentials.</summary>
internal sealed class ProxyAddressAttribute() : ValidationAttribute("an address such as http://proxy.example:3128 or socks5://127.0.0.1:1080")
{
    public override bool IsValid(object? value) =>
        value is "" or null
        || (Uri.TryCreate((string)value, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https" or "socks5", Host.Length: > 0, Fragment: "" }
            && address.PathAndQuery is "" or "/");
}
