using System.Text.RegularExpressions;

namespace NewsBot.BotApi;

/// <summary>The secret that the bot is known by. It prints as the bot's id alone.</summary>
internal sealed partial class BotToken
{
    private const string FromBotFather = "get one from @BotFather in Telegram (/newbot, or /mybots for an existing bot)";

    private BotToken(string value) => Value = value;

    /// <summary>The secret itself, for addresses of requests only.</summary>
    public string Value { get; }

    /// <summary>The part before the colon: the bot's user id, which is no secret.</summary>
    public string BotId => Value[..Value.IndexOf(':')];

    /// <summary>Reads the token from the settings. Returns null and what is wrong, with the key and what it should be, if there is none.</summary>
    public static BotToken? Read(TelegramOptions options, out string? problem)
    {
        var setting = SettingOf(options);
        var value = options.Token.Trim();
        problem = null;
        if (value.Length == 0 && options.TokenFile.Length > 0)
        {
            value = ReadFile(options.TokenFile, out problem);
        }

        problem ??= value.Length == 0 ? $"{setting} is empty: {FromBotFather}"
            : !Form.IsMatch(value) ? $"{setting} does not hold a bot token, which looks like 123456789:AbCdEf…: {FromBotFather}"
            : null;
        return problem is null ? new BotToken(value) : null;
    }

    /// <summary>The setting that the token is read from.</summary>
    public static string SettingOf(TelegramOptions options) =>
        options.Token.Trim().Length == 0 && options.TokenFile.Length > 0 ? "Telegram:TokenFile" : "Telegram:Token";

    public override string ToString() => $"token of bot {BotId}";

    private static string ReadFile(string path, out string? problem)
    {
        problem = null;
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"Telegram:TokenFile names {Path.GetFullPath(path)}, which cannot be read: {exception.Message}";
            return "";
        }
    }

    [GeneratedRegex(@"^\d{1,16}:[A-Za-z0-9_-]{20,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
