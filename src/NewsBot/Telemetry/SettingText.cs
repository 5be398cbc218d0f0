namespace NewsBot.Telemetry;

/// <summary>Quotes the value of a setting in an error message, unless it may hold a secret.</summary>
internal static class SettingText
{
    private const int MaxQuoted = 100;
    private static readonly string[] SecretWords = ["password", "passwd", "pwd", "secret", "token", "key="];

    /// <summary>
    /// <c>is 'value'</c>, or <c>has a value that is not shown</c> where it has the form of a token or of credentials in an address,
    /// however malformed: <c>http:/user:password@proxy</c> is a wrong address and a right password.
    /// </summary>
    public static string Describe(string value) => MayHoldSecret(value) ? "has a value that is not shown, as it may hold a secret" : $"is '{value}'";

    private static bool MayHoldSecret(string value) =>
        value.Length > MaxQuoted
        || value.Contains('@', StringComparison.Ordinal)
        || SecretWords.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase))
        || TokenRedaction.HoldsToken(value);
}
