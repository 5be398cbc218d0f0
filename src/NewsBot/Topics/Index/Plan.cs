namespace NewsBot.Topics.Index;

/// <summary>A query in terms of literals, in which only literals are negated.</summary>
internal abstract record Plan
{
    /// <summary>The share of articles in which it is found, roughly; infinite where it cannot be looked for.</summary>
    public abstract double Cost { get; }

    /// <summary>Literals of which every article that fulfils the plan holds at least one: the rarest choice.</summary>
    public abstract IEnumerable<Leaf> Anchors { get; }

    public sealed record Leaf(int Literal, bool IsNegated, double Frequency) : Plan
    {
        public override double Cost => IsNegated ? double.PositiveInfinity : Frequency;

        public override IEnumerable<Leaf> Anchors => [this];

        /// <summary>As a posting tests it.</summary>
        public int Test => IsNegated ? -Literal : Literal;
    }

    /// <summary>All of the parts, or any of them; at least two.</summary>
    public sealed record Group(bool IsAll, IReadOnlyList<Plan> Parts) : Plan
    {
        public override double Cost { get; } = IsAll ? Parts.Min(part => part.Cost) : Parts.Sum(part => part.Cost);

        public override IEnumerable<Leaf> Anchors => IsAll ? Rarest.Anchors : Parts.SelectMany(part => part.Anchors);

        public Plan Rarest => Parts.MinBy(part => part.Cost)!;
    }

    public static Plan Join(bool isAll, IEnumerable<Plan> parts)
    {
        List<Plan> flat = [.. parts.SelectMany(part => part is Group group && group.IsAll == isAll ? group.Parts : [part])];
        return flat is [var only] ? only : new Group(isAll, flat);
    }
}
