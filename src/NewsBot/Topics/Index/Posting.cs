namespace NewsBot.Topics.Index;

/// <summary>
/// What belongs to a literal, in 8 bytes: nothing, its only topic, the place of a list of topics, or the literal that it is another name of.
/// From the top: 2 bits kind, 1 bit "under several literals", 1 bit "a condition decides", 28 bits topic, 32 bits test.
/// </summary>
internal readonly record struct Posting
{
    /// <summary>Topic ids and list lengths are below this.</summary>
    public const int MaxTopics = 1 << 28;

    private const ulong TopicKind = 1UL << 62;
    private const ulong ListKind = 2UL << 62;
    private const ulong AliasKind = 3UL << 62;
    private const ulong KindBits = 3UL << 62;
    private const ulong SeveralBit = 1UL << 61;
    private const ulong ConditionBit = 1UL << 60;
    private const ulong CheckedBit = 1UL << 32;

    private readonly ulong bits;

    private Posting(ulong kind, int upper, int lower, ulong flags = 0) => bits = kind | flags | ((ulong)upper << 32) | (uint)lower;

    public bool IsNone => bits == 0;

    public bool IsTopic => (bits & KindBits) == TopicKind;

    public bool IsList => (bits & KindBits) == ListKind;

    public bool IsAlias => (bits & KindBits) == AliasKind;

    /// <summary>Of a topic.</summary>
    public int Topic => (int)(bits >> 32) & (MaxTopics - 1);

    /// <summary>Of a topic: the literal that must be present too; one that must be absent, negated; 0 for none.</summary>
    public int Test => (int)bits;

    /// <summary>Of a topic: whether it has postings under other literals too, so that it may be met more than once.</summary>
    public bool IsSeveral => (bits & SeveralBit) != 0;

    /// <summary>Of a topic: whether more has to hold than the test.</summary>
    public bool HasCondition => (bits & ConditionBit) != 0;

    /// <summary>Of a list: where its run is.</summary>
    public int Run => (int)bits;

    /// <summary>Of a list: postings that its run has room for; the used ones come first.</summary>
    public int Capacity => (int)(bits >> 32) & (MaxTopics - 1);

    /// <summary>Of an alias: the literal that it leads to.</summary>
    public int Target => (int)bits;

    /// <summary>Of an alias: whether its key alone is no proof.</summary>
    public bool IsChecked => (bits & CheckedBit) != 0;

    public static Posting OfTopic(int topic, int test, bool isSeveral, bool hasCondition) =>
        new(TopicKind, topic, test, (isSeveral ? SeveralBit : 0) | (hasCondition ? ConditionBit : 0));

    public static Posting OfList(int run, int capacity) => new(ListKind, capacity, run);

    public static Posting OfAlias(int literal, bool isChecked) => new(AliasKind, 0, literal, isChecked ? CheckedBit : 0);
}
