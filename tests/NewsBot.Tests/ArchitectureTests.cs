namespace NewsBot.Tests;

/// <summary>Holds the table of folders: what a folder of src/NewsBot may use, whatever else it could reach.</summary>
public sealed class ArchitectureTests
{
    private const string All = "*";

    /// <summary>Folder, and the folders that it may use. Telemetry may be used by all.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "Telemetry", "" },
        { "Storage", "" },
        { "Hosting", "Storage" },
        { "Text", "" },
        { "Messages", "" },
        { "Content", "" },
        { "Fetching", "Sources Content Storage" },
        { "Sources", "Fetching Content Text Hosting Storage" },
        { "Articles", "Content Text Storage" },
        { "Stories", "Articles Text Storage" },
        { "Intake", "Sources Fetching Articles Stories Content Text Hosting Storage" },
        { "Topics", "Articles Stories Text Hosting Storage" },
        { "Summaries", "Articles Topics Text Storage" },
        { "Subscribers", "Topics Messages Storage" },
        { "Outbox", "Sources Articles Stories Topics Summaries Subscribers Messages Hosting Storage" },
        { "Broadcasts", "Subscribers Topics Outbox Messages Hosting Storage" },
        { "Commands", "Hosting Storage Text Content Messages Fetching Sources Articles Stories Topics Summaries Subscribers Outbox Broadcasts" },
        { "BotApi", "Outbox Commands Messages Hosting Storage" },
        { "Web", All },
        { "CommandLine", All },
        { "Trial", All },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_folder_uses_only_what_the_table_allows(string folder, string allowed)
    {
        var mayUse = allowed.Split(' ').Append(folder).Append("Telemetry").ToHashSet();
        var breaks = FolderUse.Of(folder).Where(use => allowed != All && !mayUse.Contains(use.Folder)).Select(use => use.Sentence).Distinct().ToList();
        Assert.True(breaks.Count == 0, string.Join('\n', breaks));
    }

    [Fact]
    public void Every_folder_stands_in_the_table() =>
        Assert.Empty(FolderUse.Folders.Except(Table.Select(row => row.Data.Item1)));

    // Both also prove that uses are found at all: an empty answer would fail them.
    [Fact]
    public void Only_BotApi_names_the_Telegram_library() => Assert.Equal(["BotApi"], FolderUse.WhoNames("Telegram.Bot."));

    [Fact]
    public void Only_Trial_names_the_Sandbox() => Assert.Equal(["Trial"], FolderUse.WhoNames("NewsBot.Sandbox."));
}
