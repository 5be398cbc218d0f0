namespace NewsBot.Topics.Index;

/// <summary>
/// A topic that is looked at where one of its literals is found, in 8 bytes, so that it is read and written in one piece. From the top:
/// 2 bits kind, 1 bit "reached from several literals", 1 bit "a program decides", 28 bits topic, 32 bits test.
/// A literal's own field holds its only posting, where its list of postings is and how long, or the literal that it is another name of.
/// </summary>
internal static class Posting
{
    public const int MaxTopics = 1 << 28;

    public const long None = 0;

    private const long OnlyOne = 1L << 62;
    private const long List = 2L << 62;
    private const long Alias = 3L << 62;
    private const long Kinds = 3L << 62;
    private const long SeveralBit = 1L << 61;
    private const long ProgramBit = 1L << 60;
    private const long CheckedBit = 1L << 32;

    /// <param name="topic">Below <see cref="MaxTopics"/>.</param>
    /// <param name="test">A literal that must be there too; one that must not, with a minus; 0 for none.</param>
    /// <param name="several">Whether the topic has postings under other literals too.</param>
    /// <param name="program">Whether more has to hold than the test.</param>
    public static long Of(int topic, int test, bool several, bool program) =>
        OnlyOne | (several ? SeveralBit : 0) | (program ? ProgramBit : 0) | ((long)topic << 32) | (uint)test;

    /// <param name="run">Where the list is.</param>
    /// <param name="length">Its postings, below <see cref="MaxTopics"/>.</param>
    public static long OfList(int run, int length) => List | ((long)length << 32) | (uint)run;

    /// <param name="literal">What the name means.</param>
    /// <param name="isChecked">Whether the key alone does not prove it.</param>
    public static long OfAlias(int literal, bool isChecked) => Alias | (isChecked ? CheckedBit : 0) | (uint)literal;

    public static bool IsOnlyOne(long postings) => (postings & Kinds) == OnlyOne;

    public static bool IsList(long postings) => (postings & Kinds) == List;

    public static bool IsAlias(long postings) => (postings & Kinds) == Alias;

    public static bool IsChecked(long alias) => (alias & CheckedBit) != 0;

    /// <summary>The run of a list, or the literal of an alias.</summary>
    public static int Target(long postings) => (int)postings;

    /// <summary>Of a list.</summary>
    public static int Length(long postings) => (int)(postings >> 32) & (MaxTopics - 1);

    public static int Topic(long posting) => (int)(posting >> 32) & (MaxTopics - 1);

    public static int Test(long posting) => (int)posting;

    public static bool IsSeveral(long posting) => (posting & SeveralBit) != 0;

    public static bool HasProgram(long posting) => (posting & ProgramBit) != 0;

    /// <summary>Whether the topic matches when the test holds, and nothing had to be absent for it.</summary>
    public static bool IsProven(long posting) => !HasProgram(posting) && Test(posting) >= 0;
}
