namespace NewsBot.Sandbox.Markup;

internal sealed record FormattedText(string Text, IReadOnlyList<MessageEntity> Entities);
