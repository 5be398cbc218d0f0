using System.Net;

namespace NewsBot.Fetching;

/// <summary>The way from the address asked for to the one that answers.</summary>
internal sealed class RedirectChain(Uri start)
{
    private readonly Uri start = start;
    private bool permanent = true;

    public Uri Address { get; private set; } = start;

    /// <summary>The end of the way when each step of it was permanent; one temporary step makes the whole way temporary.</summary>
    public Uri? MovedTo => permanent && Address != start ? Address : null;

    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Takes the step, or says in a sentence why it is not taken.</summary>
    public string? Follow(HttpResponseMessage response)
    {
        if (ResponseHeaders.Raw(response.Headers, "Location") is not { Length: > 0 } location || !Uri.TryCreate(Address, location.Trim(), out var next))
        {
            return $"{Address.Host} redirects without saying where to.";
        }

        if (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps)
        {
            return $"{Address.Host} redirects to an address that is neither http nor https.";
        }

        if (Address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
        {
            return $"{Address.Host} redirects from https to plain http, which is not followed.";
        }

        permanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
        Address = next;
        return null;
    }
}
