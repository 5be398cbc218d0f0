namespace NewsBot.Topics.Index;

/// <summary>What is known of a topic, in 8 bytes that are read and written in one piece.</summary>
internal static class TopicEntry
{
    public const long None = 0;

    /// <param name="version">The change that brought the topic.</param>
    /// <param name="code">Its only literal, or the complement of where its program starts.</param>
    public static long Of(long version, int code) => (version << 32) | (uint)code;

    public static int Code(long entry) => (int)entry;

    /// <summary>Whether the topic was there at a version. Versions are compared by 32 bits: right unless two thousand million changes lie between.</summary>
    public static bool IsSeen(long entry, long version) => entry != None && (int)version - (int)(entry >> 32) >= 0;
}
