namespace NewsBot.EndToEnd.Tests;

/// <summary>How the bot gets its updates. What it does must not depend on it: a class of tests is abstract, with a subclass for each way.</summary>
public enum UpdatesBy
{
    Polling,
    Webhook,
}
