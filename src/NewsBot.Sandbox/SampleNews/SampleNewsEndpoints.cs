using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Answers requests for pages and for their publication.</summary>
internal static class SampleNewsEndpoints
{
    public static FileContentHttpResult Feed(SampleNewsSite site, HttpRequest request)
    {
        var pages = site.Published;
        return Validated(SampleNewsFeed.Write(pages, On(request)), "application/rss+xml; charset=utf-8", pages[0].PublishedAt);
    }

    public static FileContentHttpResult Index(SampleNewsSite site, HttpRequest request) =>
        Validated(Encoding.UTF8.GetBytes(SampleNewsIndex.Write(site.Published, On(request))), "text/html; charset=utf-8", null);

    public static Results<FileContentHttpResult, ContentHttpResult> Page(string slug, SampleNewsSite site, HttpRequest request)
    {
        if (site.Find(slug) is not { } page)
        {
            return NotPublished();
        }

        // An undated page must not tell its date by a header either.
        return Validated(
            Encoding.UTF8.GetBytes(page.Render(On(request)($"/news/{slug}"))),
            "text/html; charset=utf-8",
            page.Dated ? page.PublishedAt : null);
    }

    public static ContentHttpResult NotPublished() => TypedResults.Text(
        "The sample news has no page here, or not yet. Headlines beside a story may be mere decoration.",
        statusCode: StatusCodes.Status404NotFound);

    public static Ok<IReadOnlyList<ListedPage>> List(SampleNewsSite site, HttpRequest request) =>
        TypedResults.Ok<IReadOnlyList<ListedPage>>(
            [.. site.Published.Select(page => new ListedPage(page.Slug, page.Title, On(request)($"/news/{page.Slug}"), page.PublishedAt))]);

    public static Results<Created<PublishedAddress>, ProblemHttpResult> PublishNext(SampleNewsSite site, HttpRequest request) =>
        site.PublishNext() is { } page
            ? Created(page, request)
            : TypedResults.Problem(
                "Send a page of your own to POST /sandbox/news, or follow a new topic.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Every sample page is published.");

    public static Results<Created<PublishedAddress>, ProblemHttpResult> PublishOwn(OwnPage page, SampleNewsSite site, HttpRequest request) =>
        page.Fault is { } fault
            ? TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "This page cannot be published.")
            : Created(site.Publish(page), request);

    private static Created<PublishedAddress> Created(PublishedPage page, HttpRequest request)
    {
        var address = On(request)($"/news/{page.Slug}");
        return TypedResults.Created(address, new PublishedAddress(page.Title, address));
    }

    /// <summary>Answers 304 by itself where the caller's validators still hold.</summary>
    private static FileContentHttpResult Validated(byte[] body, string contentType, DateTimeOffset? lastModified) =>
        TypedResults.Bytes(
            body,
            contentType,
            lastModified: lastModified,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\""));

    private static Func<string, string> On(HttpRequest request) =>
        path => $"{request.Scheme}://{request.Host}{request.PathBase}{path}";
}
