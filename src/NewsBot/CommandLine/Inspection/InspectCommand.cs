using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>newsbot inspect</c>: what the pipeline makes of files and addresses, as lines of JSON, without a service or a store.</summary>
internal static class InspectCommand
{
    public static Command Create() => new("inspect", "Shows what NewsBot reads in feeds and pages: a line of JSON for each input.")
    {
        FeedInspection.Command(),
        ArticleInspection.Command(),
        SummaryInspection.Command(),
        MatchInspection.Command(),
        StoriesInspection.Command(),
    };

    public static Argument<string[]> Inputs(string name) => new(name)
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Files (.gz too), web addresses, or - for standard input.",
    };

    /// <summary>An option whose value is an absolute http or https address.</summary>
    public static Option<Uri?> AddressOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "U",
        CustomParser = result => ReadAddress(name, result),
    };

    private static Uri? ReadAddress(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"{name} is '{text}': it should be a web address such as https://news.example/page.");
        return null;
    }
}
