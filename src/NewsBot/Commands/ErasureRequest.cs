namespace NewsBot.Commands;

/// <summary>Something was deleted at a person's wish, and its traces in the store's files are to be removed.</summary>
internal sealed record ErasureRequest;
