namespace NewsBot.Messages;

/// <summary>Builds a <see cref="Message"/>, piece by piece.</summary>
internal sealed class MessageBuilder
{
    private readonly List<Span> spans = [];
    private readonly List<IReadOnlyList<Button>> rows = [];
    private string? previewAddress;

    /// <summary>How many pieces of code it has so far.</summary>
    public int CodeCount => spans.Count(span => span.Style == SpanStyle.Code);

    /// <summary>Their UTF-16 units together.</summary>
    public int CodeCharacters => spans.Where(span => span.Style == SpanStyle.Code).Sum(span => span.Text.Length);

    /// <summary>A message of plain text.</summary>
    public static Message Plain(string text) => new MessageBuilder().Text(text).Build();

    public MessageBuilder Text(string text) => Add(new Span(text));

    public MessageBuilder Bold(string text) => Add(new Span(text, SpanStyle.Bold));

    public MessageBuilder Italic(string text) => Add(new Span(text, SpanStyle.Italic));

    public MessageBuilder Code(string text) => Add(new Span(text, SpanStyle.Code));

    /// <summary>A sentence in which one part, where it occurs first, is shown as code.</summary>
    public MessageBuilder TextWithCode(string sentence, string code)
    {
        var start = sentence.IndexOf(code, StringComparison.Ordinal);
        return start < 0 ? Text($"{sentence} ").Code(code) : Text(sentence[..start]).Code(code).Text(sentence[(start + code.Length)..]);
    }

    public MessageBuilder Link(string text, string address) => Add(new Span(text, SpanStyle.Plain, address));

    public MessageBuilder Line() => Add(new Span("\n"));

    /// <summary>What another builder has so far, with its buttons.</summary>
    public MessageBuilder Append(MessageBuilder other)
    {
        spans.AddRange(other.spans);
        rows.AddRange(other.rows);
        return this;
    }

    /// <summary>One row of buttons; none for an empty row.</summary>
    public MessageBuilder Row(params IReadOnlyList<Button> buttons)
    {
        if (buttons.Count > 0)
        {
            rows.Add(buttons);
        }

        return this;
    }

    public MessageBuilder Preview(string address)
    {
        previewAddress = address;
        return this;
    }

    public Message Build() => new([.. spans], [.. rows], previewAddress);

    private MessageBuilder Add(Span span)
    {
        spans.Add(span);
        return this;
    }
}
