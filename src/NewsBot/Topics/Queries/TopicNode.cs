namespace NewsBot.Topics.Queries;

/// <summary>A part of a query: words, or other parts joined.</summary>
internal abstract record TopicNode
{
    /// <summary>The form in which equal parts are equal texts; read back, it gives the same part.</summary>
    public abstract string Canonical { get; }

    /// <summary>The canonical form within another part.</summary>
    protected virtual string Inner => Canonical;

    /// <summary>Whether an article must hold something for it. A negative part alone asks for nothing that could be looked for.</summary>
    public abstract bool IsPositive { get; }

    /// <summary>Words side by side.</summary>
    public sealed record Words(Phrase Phrase, string Text) : TopicNode
    {
        public override string Canonical => Text;

        public override bool IsPositive => true;
    }

    /// <summary>Something that the catalogue knows, by any of its names.</summary>
    public sealed record Known(Concept Concept) : TopicNode
    {
        public override string Canonical => Concept.Key;

        public override bool IsPositive => true;
    }

    /// <summary>All of two parts or more.</summary>
    public sealed record AllOf(IReadOnlyList<TopicNode> Parts) : TopicNode
    {
        public override string Canonical => string.Join(" AND ", Parts.Select(part => part.Inner));

        protected override string Inner => $"({Canonical})";

        public override bool IsPositive => Parts.Any(part => part.IsPositive);
    }

    /// <summary>At least one of two parts or more.</summary>
    public sealed record AnyOf(IReadOnlyList<TopicNode> Parts) : TopicNode
    {
        public override string Canonical => string.Join(" OR ", Parts.Select(part => part.Inner));

        protected override string Inner => $"({Canonical})";

        public override bool IsPositive => Parts.All(part => part.IsPositive);
    }

    /// <summary>Not the part.</summary>
    public sealed record Not(TopicNode Part) : TopicNode
    {
        public override string Canonical => $"NOT {Part.Inner}";

        public override bool IsPositive => false;
    }
}
