using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Options;
using NewsBot.Fetching;
using NewsBot.Sources;

namespace NewsBot.CommandLine.Inspection;

/// <summary>Reads files, standard input and web addresses, the last as the service does: with its guard, its manners and its limits.</summary>
internal sealed class InputReader : IDisposable
{
    private const string StandardInput = "-";

    private readonly SourceOptions options;
    private readonly Fetcher fetcher;

    public InputReader(SourceOptions options, TimeProvider time)
    {
        this.options = options;
        var wrapped = Options.Create(options);
        fetcher = new Fetcher(new AddressGuard(wrapped), new HostRateLimiter(wrapped, time), new HostBackoff(null, time), wrapped, time);
    }

    /// <summary>Throws only when cancelled.</summary>
    public Task<InputReading> ReadAsync(string name, CancellationToken cancellationToken) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? FetchAsync(name, cancellationToken)
            : ReadFileAsync(name, cancellationToken);

    public void Dispose() => fetcher.Dispose();

    private async Task<InputReading> FetchAsync(string name, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(name, UriKind.Absolute, out var address))
        {
            return new InputReading.Unreadable("This is no web address.");
        }

        return await fetcher.GetAsync(new FetchRequest(address), cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => new InputReading.Read(new InspectionInput(name, fetched.Body, fetched.ContentType, fetched.Address)),
            FetchOutcome.Failed failed => new InputReading.Unreadable(failed.Why),
            FetchOutcome.Throttled throttled => new InputReading.Unreadable($"{address.Host} asks for a pause of {throttled.After:c}."),
            FetchOutcome.Gone => new InputReading.Unreadable($"{address.Host} says that this is gone for good (410 Gone)."),
            _ => new InputReading.Unreadable($"{address.Host} answered without a page."),
        };
    }

    private async Task<InputReading> ReadFileAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = name == StandardInput ? Console.OpenStandardInput() : File.OpenRead(name);
            var isCompressed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            using var content = new StreamContent(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
            var body = await BoundedBodyReader.ReadAsync(content, options.MaximumBytes, cancellationToken);
            return body is { } bytes
                ? new InputReading.Read(new InspectionInput(name, bytes, TypeOf(isCompressed ? name[..^".gz".Length] : name), null))
                : new InputReading.Unreadable(string.Create(
                    CultureInfo.InvariantCulture, $"It is larger than {options.MaximumBytes} bytes, the limit of Sources:MaximumBytes."));
        }
        catch (Exception exception) when (WhyUnreadable(exception) is not null)
        {
            return new InputReading.Unreadable(WhyUnreadable(exception)!);
        }
    }

    private static string? TypeOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".TXT" => "text/plain",
        ".HTML" or ".HTM" or ".XHTML" => "text/html",
        _ => null,
    };

    private static string? WhyUnreadable(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
        UnauthorizedAccessException => "It is a folder, or a file that you may not read.",
        InvalidDataException => "It is no valid gzip file.",
        IOException => $"It cannot be read: {exception.Message}",
        ArgumentException or NotSupportedException => "This is no name of a file.",
        _ => null,
    };
}
