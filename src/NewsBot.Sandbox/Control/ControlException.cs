namespace NewsBot.Sandbox.Control;

/// <summary>The control API was asked for something that cannot be: 404 for what does not exist, 409 for what may not happen now.</summary>
internal sealed class ControlException(int status, string problem) : Exception(problem)
{
    public int Status { get; } = status;

    public static ControlException NotFound(string what) => new(404, $"There is no such {what}.");

    public static ControlException Refused(string why) => new(409, why);
}
