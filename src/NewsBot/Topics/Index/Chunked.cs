namespace NewsBot.Topics.Index;

/// <summary>
/// A growing array that never moves: a reader without a lock may hold a place in it while a writer makes it longer.
/// </summary>
internal sealed class Chunked<T>
{
    private const int Bits = 12;

    private const int ChunkLength = 1 << Bits;

    private T[][] chunks = [];

    /// <summary>The places that there are; each is default until it is set.</summary>
    public int Length => chunks.Length << Bits;

    public ref T this[int index] => ref Volatile.Read(ref chunks)[index >> Bits][index & (ChunkLength - 1)];

    /// <summary>Makes the place exist. For the one writer.</summary>
    public void Reserve(int index)
    {
        if (index < Length)
        {
            return;
        }

        T[][] more = [.. chunks, .. Enumerable.Range(0, (index >> Bits) + 1 - chunks.Length).Select(_ => new T[ChunkLength])];
        Volatile.Write(ref chunks, more);
    }
}
