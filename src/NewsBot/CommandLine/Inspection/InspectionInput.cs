namespace NewsBot.CommandLine.Inspection;

/// <summary>Something to inspect, read into memory.</summary>
/// <param name="Name">As it was named on the command line.</param>
/// <param name="Body">Its bytes, decompressed.</param>
/// <param name="ContentType">The Content-Type of a web answer, else what the file's name says, or null.</param>
/// <param name="Address">The web address that answered, or null for a file.</param>
internal sealed record InspectionInput(string Name, ReadOnlyMemory<byte> Body, string? ContentType, Uri? Address);

/// <summary>What became of reading an input.</summary>
internal abstract record InputReading
{
    internal sealed record Read(InspectionInput Input) : InputReading;

    /// <summary>It cannot be read, with the reason in a sentence for people.</summary>
    internal sealed record Unreadable(string Why) : InputReading;
}
