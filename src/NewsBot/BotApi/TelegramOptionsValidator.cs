using Microsoft.Extensions.Options;
using NewsBot.BotApi.Webhooks;

namespace NewsBot.BotApi;

/// <summary>Reports every mistake in <see cref="TelegramOptions"/> at once.</summary>
internal sealed class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        BotToken.Read(options, out var tokenProblem);
        List<string> problems = [.. new[] { tokenProblem, ProblemOf(options.ApiUrl) }.OfType<string>(), .. WebhookSettingsValidator.Problems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // The value is not repeated: it may hold a password. Requests go to the root of the server: a path in the setting would be dropped silently.
    private static string? ProblemOf(string apiUrl) =>
        Uri.TryCreate(apiUrl, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? null
            : "Telegram:ApiUrl should be scheme, host and port alone, such as https://api.telegram.org";
}
