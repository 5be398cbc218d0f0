namespace NewsBot.Topics.Queries;

/// <summary>A change of a query's text.</summary>
/// <param name="Start">First UTF-16 unit that goes.</param>
/// <param name="Length">UTF-16 units that go.</param>
/// <param name="Text">What comes instead.</param>
internal sealed record QueryEdit(int Start, int Length, string Text)
{
    /// <summary>With more mistakes than this a query is past repair.</summary>
    private const int MaxRepairs = 16;

    public string Apply(string text) => string.Concat(text.AsSpan(0, Start), Text, text.AsSpan(Start + Length));

    /// <summary>Fixes one problem after the other; null when one cannot be fixed.</summary>
    public static string? Repair(TopicParse.Failure failure)
    {
        for (var repair = 0; repair < MaxRepairs && failure.Edit is { } edit; repair++)
        {
            var text = string.Join(' ', edit.Apply(failure.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            switch (TopicQuery.Parse(text))
            {
                case TopicParse.Success:
                    return text;
                case TopicParse.Failure next:
                    failure = next;
                    break;
            }
        }

        return null;
    }
}
