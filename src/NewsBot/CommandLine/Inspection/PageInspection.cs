using NewsBot.Articles;

namespace NewsBot.CommandLine.Inspection;

/// <summary>What the inspections of pages begin with: the page reader reads it.</summary>
/// <param name="address">Where the page is served, in place of the address that answered, or null.</param>
internal sealed class PageInspection(
    PageReader pages, Func<InspectionInput, PageContent, IEnumerable<InspectionLine>> inspect, Uri? address = null)
{
    public IEnumerable<InspectionLine> Inspect(InspectionInput input)
    {
        var page = input with { Address = address ?? input.Address };
        return pages.Read(page.Body, page.ContentType, page.Address) switch
        {
            PageOutcome.Read read => inspect(page, read.Reading),
            PageOutcome.Unreadable unreadable => [new InspectionLine.Unreadable(input.Name, unreadable.Why)],
            _ => throw new InvalidOperationException("There is no other kind of outcome."),
        };
    }
}
