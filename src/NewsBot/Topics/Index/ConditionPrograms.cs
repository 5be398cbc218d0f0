namespace NewsBot.Topics.Index;

/// <summary>The conditions of topics with several literals, each a <see cref="Condition"/> in a run of one long array.</summary>
internal sealed class ConditionPrograms
{
    private readonly RunPool<int> runs = new();
    private readonly List<int> draft = [];

    /// <summary>Valid until the next is added.</summary>
    public Condition this[int program] => new(runs[program, LengthOf(program)]);

    /// <summary>Numbers that a program takes.</summary>
    public int LengthOf(int program) => new Condition(runs[program, 1]).Length;

    /// <summary>Stores a plan of more than one literal. Returns where it starts.</summary>
    public int Add(QueryPlan plan)
    {
        draft.Clear();
        Write(plan);
        var start = runs.Take(draft.Count);
        draft.CopyTo(runs[start, draft.Count]);
        return start;
    }

    public void Remove(int program) => runs.Return(program, LengthOf(program));

    private void Write(QueryPlan plan)
    {
        if (plan is QueryPlan.Leaf leaf)
        {
            draft.Add(Condition.Encode(leaf.IsNegated ? ConditionKind.Absent : ConditionKind.Present, leaf.Literal));
            return;
        }

        var group = (QueryPlan.Group)plan;
        var head = draft.Count;
        draft.Add(0);
        foreach (var part in group.Parts)
        {
            Write(part);
        }

        draft[head] = Condition.Encode(group.IsAll ? ConditionKind.All : ConditionKind.Any, draft.Count - head);
    }
}
