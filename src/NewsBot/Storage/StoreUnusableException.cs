namespace NewsBot.Storage;

/// <summary>The store cannot be used. The message says why, and what to do, in a sentence for the people who run the bot.</summary>
internal sealed class StoreUnusableException(string message, Exception? innerException = null) : Exception(message, innerException);
