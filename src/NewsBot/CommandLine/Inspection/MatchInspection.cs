using System.CommandLine;
using System.CommandLine.Parsing;
using NewsBot.Articles;
using NewsBot.Topics;
using NewsBot.Topics.Matching;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>inspect match</c>: each topic held against an input.</summary>
/// <param name="atLeast">The level that counts as a match.</param>
internal sealed class MatchInspection(IReadOnlyList<TypedTopic> topics, MatchLevel atLeast)
{
    private static readonly Dictionary<string, MatchLevel> Levels = new()
    {
        ["headline"] = MatchLevel.Headline,
        ["about"] = MatchLevel.About,
        ["mention"] = MatchLevel.Mention,
    };

    public static Command Command()
    {
        var inputs = InspectCommand.Inputs("FILE-OR-URL");
        inputs.Arity = ArgumentArity.ZeroOrMore;
        var topic = new Option<string[]>("--topic")
        {
            Description = "Topics, as in /subscribe.",
            HelpName = "T",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var sensitivity = new Option<string>("--sensitivity")
        {
            Description = "How much of it must be about the topic for a match.",
            DefaultValueFactory = _ => "about",
        };
        sensitivity.AcceptOnlyFromAmong([.. Levels.Keys]);
        var command = new Command("match", "Whether pages match topics, how well and why.") { inputs, topic, sensitivity };
        command.Validators.Add(result =>
        {
            var (names, topics) = Sort(result, inputs, topic);
            topics.ForEach(text => TypedTopic.Parse(text, result));
            if (names.Count == 0)
            {
                result.AddError("There is nothing to inspect: name files or web addresses before --topic.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var (names, topics) = Sort(parsed.CommandResult, inputs, topic);
            var matches = new MatchInspection(
                [.. topics.Select(text => TypedTopic.Parse(text, parsed.CommandResult)!)], Levels[parsed.GetRequiredValue(sensitivity)]);
            return InspectionRun.StartAsync(parsed, names, settings => new PageInspection(settings.Pages, matches.Inspect).Inspect, cancellationToken);
        });
        return command;
    }

    private IEnumerable<InspectionLine> Inspect(InspectionInput input, PageContent page)
    {
        var article = AnalyzedArticle.Of(ArticleText.Of(page));
        return topics.Select(topic => LineOf(input, topic.Text, TopicMatch.Of(topic.Query, article)));
    }

    private InspectionLine.OfMatch LineOf(InspectionInput input, string topic, TopicMatch? match) => match is null
        ? new InspectionLine.OfMatch(input.Name, topic, Matched: false, Level: null, Score: 0, Why: [])
        : new InspectionLine.OfMatch(
            input.Name, topic, match.Level >= atLeast, Levels.First(level => level.Value == match.Level).Key, match.Score, match.Why);

    /// <summary>--topic takes all that follows it. Where that leaves nothing to inspect, each --topic takes one, and the rest is to be inspected.</summary>
    private static (List<string> Inputs, List<string> Topics) Sort(CommandResult result, Argument inputs, Option topic)
    {
        var names = result.GetResult(inputs)?.Tokens.Select(token => token.Value).ToList() ?? [];
        var found = result.GetResult(topic);
        var topics = found?.Tokens.Select(token => token.Value).ToList() ?? [];
        var given = found?.IdentifierTokenCount ?? 0;
        return names.Count > 0 ? (names, topics) : ([.. topics.Skip(given)], [.. topics.Take(given)]);
    }
}
