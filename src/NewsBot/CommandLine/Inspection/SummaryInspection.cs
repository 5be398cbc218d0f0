using System.CommandLine;
using NewsBot.Articles;
using NewsBot.Summaries;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>inspect summary</c>: the sentences that a push would have, for a topic or for all.</summary>
internal sealed class SummaryInspection(TopicQuery? topic, SummaryOptions options)
{
    public static Command Command()
    {
        var inputs = InspectCommand.Inputs("FILE");
        var topic = new Option<TypedTopic?>("--topic")
        {
            Description = "A topic, as in /subscribe: sentences about it are preferred.",
            HelpName = "T",
            CustomParser = result => TypedTopic.Parse(result.Tokens[0].Value, result),
        };
        var command = new Command("summary", "The sentences that a push would have, of plain text or pages.") { inputs, topic };
        command.SetAction((parsed, cancellationToken) => InspectionRun.StartAsync(
            parsed,
            parsed.GetRequiredValue(inputs),
            settings => new PageInspection(
                settings.Pages, new SummaryInspection(parsed.GetValue(topic)?.Query, settings.Summaries).Inspect).Inspect,
            cancellationToken));
        return command;
    }

    private IEnumerable<InspectionLine> Inspect(InspectionInput input, PageContent page)
    {
        // Text without a headline begins with prose, and news says the most important things first.
        var isProse = page.Title.EndsWith('.');
        var (title, text) = isProse ? ("", $"{page.Title}\n\n{page.Text}") : (page.Title, page.Text);
        var match = topic is null ? null : TopicMatch.Of(topic, AnalyzedArticle.Of(ArticleText.Of(page)));
        var sentences = Summarizer.Choose(title, text, page.Language, match?.Why.Select(why => why.Term), options);
        yield return new InspectionLine.OfSummary(input.Name, sentences, string.Join(' ', sentences));
    }
}
