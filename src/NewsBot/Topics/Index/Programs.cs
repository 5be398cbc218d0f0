namespace NewsBot.Topics.Index;

/// <summary>
/// What has to hold for a topic of several literals, as numbers in one long array. A literal is one number; "all of" and "any of" are a
/// number with the length of what belongs to them, and what belongs to them.
/// </summary>
internal sealed class Programs(Retired retired)
{
    private const int Present = 0;
    private const int All = 1;
    private const int Any = 2;
    private const int Absent = 3;

    private readonly Runs<int> runs = new(retired);
    private readonly List<int> draft = [];

    /// <summary>Stores a program of more than one literal. Returns where it starts.</summary>
    public int Add(Plan plan)
    {
        draft.Clear();
        Write(plan);
        var start = runs.Take(draft.Count);
        draft.CopyTo(runs[start, draft.Count]);
        return start;
    }

    public void Remove(int start) => runs.GiveBack(start, LengthOf(start));

    /// <summary>Adds the literals of a program; one that is named twice comes twice.</summary>
    public void AddLiterals(int start, List<int> literals)
    {
        foreach (var one in ProgramOf(start))
        {
            if ((one & 3) is Present or Absent)
            {
                literals.Add(one >> 2);
            }
        }
    }

    /// <summary>Whether the program holds for what is present.</summary>
    public bool Holds(int start, BitSet present) => Holds(ProgramOf(start), present);

    private static bool Holds(ReadOnlySpan<int> program, BitSet present)
    {
        var isAll = (program[0] & 3) == All;
        for (var index = 1; index < program.Length;)
        {
            var (kind, value) = (program[index] & 3, program[index] >> 2);
            var isLiteral = kind is Present or Absent;
            var holds = isLiteral ? present.Contains(value) == (kind == Present) : Holds(program.Slice(index, value), present);
            if (holds != isAll)
            {
                return holds;
            }

            index += isLiteral ? 1 : value;
        }

        return isAll;
    }

    private void Write(Plan plan)
    {
        if (plan is Plan.Leaf leaf)
        {
            draft.Add((leaf.Literal << 2) | (leaf.IsNegated ? Absent : Present));
            return;
        }

        var group = (Plan.Group)plan;
        var head = draft.Count;
        draft.Add(0);
        foreach (var part in group.Parts)
        {
            Write(part);
        }

        draft[head] = ((draft.Count - head) << 2) | (group.IsAll ? All : Any);
    }

    private ReadOnlySpan<int> ProgramOf(int start) => runs[start, LengthOf(start)];

    private int LengthOf(int start) => runs[start, 1][0] >> 2;
}
