using System.CommandLine;
using NewsBot.Articles;
using NewsBot.Content.Urls;
using NewsBot.Summaries;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>inspect article</c>: what the page reader makes of an input, and the summary of it.</summary>
internal sealed class ArticleInspection(SummaryOptions summaries)
{
    public static Command Command()
    {
        var inputs = InspectCommand.Inputs("FILE-OR-URL");
        var address = InspectCommand.AddressOption("--url", "Where the page is served: relative links are relative to that.");
        var command = new Command("article", "The article on news pages, and its summary.") { inputs, address };
        command.SetAction((parsed, cancellationToken) => InspectionRun.StartAsync(
            parsed,
            parsed.GetRequiredValue(inputs),
            settings => new PageInspection(
                settings.Pages, new ArticleInspection(settings.Summaries).Inspect, parsed.GetValue(address)).Inspect,
            cancellationToken));
        return command;
    }

    private IEnumerable<InspectionLine> Inspect(InspectionInput input, PageContent page)
    {
        yield return new InspectionLine.OfArticle(
            input.Name,
            input.Address is null ? page.Address : CanonicalUrl.OfPage(page.Address, input.Address),
            page.Title,
            page.Authors,
            page.Published?.UtcDateTime,
            page.Language,
            page.Site,
            page.Tags,
            page.Lede,
            page.Text,
            page.Subheads,
            Summarizer.Summarize(page.Title, page.Text, page.Language, null, summaries),
            [.. page.Related.Select(post => new InspectionLine.RelatedPart(post.Title, post.Address, post.Age))],
            page.Warnings);
    }
}
