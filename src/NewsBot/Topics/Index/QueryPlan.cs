namespace NewsBot.Topics.Index;

/// <summary>A query in terms of literals, in which only literals are negated.</summary>
internal abstract record QueryPlan
{
    /// <summary>The share of articles in which it is found, roughly; infinite where it cannot be looked for.</summary>
    public abstract double Cost { get; }

    /// <summary>Adds the literals of which every article that fulfils the plan holds at least one: the rarest choice, each once.</summary>
    public abstract void AddAnchors(List<int> literals);

    public sealed record Leaf(int Literal, bool IsNegated, double Frequency) : QueryPlan
    {
        public override double Cost => IsNegated ? double.PositiveInfinity : Frequency;

        /// <summary>As a posting tests it.</summary>
        public int Test => IsNegated ? -Literal : Literal;

        public override void AddAnchors(List<int> literals)
        {
            if (!literals.Contains(Literal))
            {
                literals.Add(Literal);
            }
        }
    }

    /// <summary>All of the parts, or any of them; at least two.</summary>
    public sealed record Group(bool IsAll, List<QueryPlan> Parts) : QueryPlan
    {
        public override double Cost { get; } = IsAll ? Parts.Min(part => part.Cost) : Parts.Sum(part => part.Cost);

        public QueryPlan Rarest { get; } = Parts.MinBy(part => part.Cost)!;

        public override void AddAnchors(List<int> literals)
        {
            if (IsAll)
            {
                Rarest.AddAnchors(literals);
                return;
            }

            foreach (var part in Parts)
            {
                part.AddAnchors(literals);
            }
        }
    }
}
