using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using NewsBot.Storage;

namespace NewsBot.Tests;

/// <summary>That a type of one folder of src/NewsBot uses a type of another, as the compiled service shows it.</summary>
/// <param name="Folder">The folder of the used type.</param>
/// <param name="Sentence">Which type uses which, for people.</param>
internal sealed record FolderUse(string Folder, string Sentence)
{
    private const string Root = "NewsBot.";

    private static readonly Architecture Service = new ArchLoader().LoadAssembly(typeof(NewsDb).Assembly).Build();

    /// <summary>The folders that hold a type.</summary>
    public static IEnumerable<string> Folders => Service.Types.Select(type => FolderOf(type.FullName)).OfType<string>().Distinct();

    /// <summary>What the types of a folder use of this solution.</summary>
    public static IEnumerable<FolderUse> Of(string folder) =>
        from pair in Pairs()
        where FolderOf(pair.User) == folder
        let used = FolderOf(pair.Used)
        where used is not null
        select new FolderUse(used, $"{pair.User} uses {pair.Used}");

    /// <summary>The folders whose types use a type whose full name begins so.</summary>
    public static IEnumerable<string?> WhoNames(string beginning) => Pairs()
        .Where(pair => pair.Used.StartsWith(beginning, StringComparison.Ordinal))
        .Select(pair => FolderOf(pair.User))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(string User, string Used)> Pairs() =>
        from type in Service.Types
        from dependency in type.Dependencies
        from used in Used(dependency)
        where !used.FullName.Contains("+<", StringComparison.Ordinal) // A type parameter, which may be given as another type's of the same name.
        select (type.FullName, used.FullName);

    private static IEnumerable<IType> Used(ITypeDependency dependency) =>
        dependency.TargetGenericArguments.SelectMany(Used).Prepend(dependency.Target);

    private static IEnumerable<IType> Used(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(Used).Prepend(argument.Type);

    /// <summary>"Outbox" of "NewsBot.Outbox.Delivery"; null for what is not of this solution.</summary>
    private static string? FolderOf(string type) =>
        type.StartsWith(Root, StringComparison.Ordinal) && type.IndexOf('.', Root.Length) is > 0 and var end ? type[Root.Length..end] : null;
}
