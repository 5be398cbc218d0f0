namespace NewsBot.Topics.Queries;

/// <summary>
/// A part of a query: words, or other parts joined. <see cref="TopicTree"/> makes them so that equal queries are equal trees:
/// parts of one kind are joined, a negation stands only before a leaf, and "in the headline" only before words and names.
/// </summary>
internal abstract record TopicNode
{
    /// <summary>The form in which equal parts are equal texts; read back, it gives the same part.</summary>
    public abstract string Canonical { get; }

    /// <summary>The canonical form within another part.</summary>
    protected virtual string Inner => Canonical;

    /// <summary>Whether an article must hold words for it. A negation or a filter alone asks for nothing that could be looked for.</summary>
    public abstract bool IsPositive { get; }

    /// <summary>Words side by side. A leaf.</summary>
    public sealed record Words(Phrase Phrase, string Text) : TopicNode
    {
        public override string Canonical => Text;

        public override bool IsPositive => true;
    }

    /// <summary>Something that the catalogue knows, by any of its names. A leaf.</summary>
    public sealed record Known(Concept Concept) : TopicNode
    {
        public override string Canonical => Concept.Key;

        public override bool IsPositive => true;
    }

    /// <summary>In the headline. A leaf.</summary>
    /// <param name="Part">Either <see cref="Words"/> or <see cref="Known"/>.</param>
    public sealed record Title(TopicNode Part) : TopicNode
    {
        public override string Canonical => $"title:{Part.Canonical}";

        public override bool IsPositive => true;
    }

    /// <summary>A filter: the article is from this publisher. A leaf.</summary>
    /// <param name="Name">See <see cref="SourceName"/>.</param>
    public sealed record Source(string Name) : TopicNode
    {
        public override string Canonical => Name.Contains(' ', StringComparison.Ordinal) ? $"source:\"{Name}\"" : $"source:{Name}";

        public override bool IsPositive => false;
    }

    /// <summary>A filter: the article is in this language; one of unknown language is not. A leaf.</summary>
    /// <param name="Code">Two letters (ISO 639-1), lower case.</param>
    public sealed record Language(string Code) : TopicNode
    {
        public override string Canonical => $"lang:{Code}";

        public override bool IsPositive => false;
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

    /// <summary>Not the part, which is a leaf.</summary>
    public sealed record Not(TopicNode Part) : TopicNode
    {
        public override string Canonical => $"NOT {Part.Inner}";

        public override bool IsPositive => false;
    }
}
