namespace NewsBot.Topics.Index;

/// <summary>
/// What has to hold for a topic, read from numbers: a literal is one number; "all of" and "any of" are a number with the length of the
/// whole, and then their parts. The lowest two bits of a number say what it is.
/// </summary>
internal readonly ref struct Condition(ReadOnlySpan<int> numbers)
{
    private const int KindBits = 2;

    private readonly ReadOnlySpan<int> numbers = numbers;

    public ConditionKind Kind => (ConditionKind)(numbers[0] & ((1 << KindBits) - 1));

    public bool IsLiteral => Kind is ConditionKind.Present or ConditionKind.Absent;

    /// <summary>Of a condition that is one.</summary>
    public int Literal => numbers[0] >> KindBits;

    /// <summary>Numbers that the condition takes.</summary>
    public int Length => IsLiteral ? 1 : numbers[0] >> KindBits;

    /// <summary>Of "all of" and "any of".</summary>
    public PartEnumerator GetEnumerator() => new(numbers[1..]);

    public static int Encode(ConditionKind kind, int value) => (value << KindBits) | (int)kind;

    /// <summary>Whether it holds for the literals that are present.</summary>
    public bool Holds(ClearableBitSet present)
    {
        if (IsLiteral)
        {
            return present.Contains(Literal) == (Kind == ConditionKind.Present);
        }

        var isAll = Kind == ConditionKind.All;
        for (var index = 1; index < numbers.Length;)
        {
            var part = new Condition(numbers[index..]);
            var length = part.Length;
            if ((length == 1 ? part : new Condition(numbers.Slice(index, length))).Holds(present) != isAll)
            {
                return !isAll;
            }

            index += length;
        }

        return isAll;
    }

    internal ref struct PartEnumerator(ReadOnlySpan<int> rest)
    {
        private ReadOnlySpan<int> rest = rest;

        public Condition Current { get; private set; }

        public bool MoveNext()
        {
            if (rest.IsEmpty)
            {
                return false;
            }

            var length = new Condition(rest).Length;
            Current = new Condition(rest[..length]);
            rest = rest[length..];
            return true;
        }
    }
}

internal enum ConditionKind
{
    Present = 0,
    All = 1,
    Any = 2,
    Absent = 3,
}
