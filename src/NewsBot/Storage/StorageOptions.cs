using Microsoft.Data.Sqlite;

namespace NewsBot.Storage;

/// <summary>Settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Which store.</summary>
    public StorageProvider Provider { get; set; }

    /// <summary>ADO.NET connection string. Relative paths are relative to the working directory; the folder is created.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/newsbot.db";

    /// <summary>The full path of the store's file.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);
}

internal enum StorageProvider
{
    Sqlite,
}
