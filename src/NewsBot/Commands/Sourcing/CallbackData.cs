using System.Globalization;

namespace NewsBot.Commands.Sourcing;

/// <summary>The data of a button: "ACT NUMBER".</summary>
internal static class CallbackData
{
    /// <summary>The act, and the number; zero, which is nobody's, where there is none.</summary>
    public static (string Act, long Number) Of(string argument)
    {
        var space = argument.IndexOf(' ', StringComparison.Ordinal);
        return space >= 0 && long.TryParse(argument.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (argument[..space], number)
            : (argument, 0);
    }
}
