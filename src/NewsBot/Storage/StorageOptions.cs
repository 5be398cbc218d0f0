using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;

namespace NewsBot.Storage;

/// <summary>Settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Which store.</summary>
    public StorageProvider Provider { get; set; }

    /// <summary>ADO.NET connection string of a file. Relative paths are relative to the working directory; the folder is created.</summary>
    [SqliteFile]
    public string ConnectionString { get; set; } = "Data Source=data/newsbot.db";

    /// <summary>The full path of the store's file.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);
}

internal enum StorageProvider
{
    Sqlite,
}

/// <summary>A connection string that names a file: a store in memory would forget every subscriber at a restart.</summary>
internal sealed class SqliteFileAttribute() : ValidationAttribute("a connection string such as Data Source=data/newsbot.db, which names a file")
{
    public override bool IsValid(object? value)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder((string)value!);
            return parts.DataSource.Length > 0 && parts.DataSource[0] != ':' && parts.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
