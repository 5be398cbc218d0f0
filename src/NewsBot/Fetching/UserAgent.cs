using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>The name that sites see.</summary>
internal static class UserAgent
{
    /// <summary>Sources:UserAgent, or product and version where it is empty.</summary>
    public static string Of(SourceOptions options) =>
        string.IsNullOrWhiteSpace(options.UserAgent) ? $"NewsBot/{Version}" : options.UserAgent.Trim();

    private static string Version => typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0";
}
