namespace NewsBot.Sandbox.Markup;

/// <summary>The text after "can't parse entities: ".</summary>
internal sealed class MarkupException(string message) : Exception(message);
