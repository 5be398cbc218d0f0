using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using NewsBot.Commands;
using NewsBot.Telemetry;

namespace NewsBot.CommandLine;

/// <summary>
/// Reads every setting before anything starts, and reports all mistakes together: the key, what is wrong, what it should be. A value
/// that may hold a secret is not repeated.
/// </summary>
internal static class SettingsValidator
{
    /// <summary>Every class of settings: those with a constant named Section. Several may share one.</summary>
    private static readonly IReadOnlyList<IGrouping<string, Type>> Sections =
    [
        .. typeof(SettingsValidator).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .GroupBy(type => (string)type.GetField("Section")!.GetRawConstantValue()!),
    ];

    public static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        var problems = new List<string>();
        foreach (var section in Sections)
        {
            var properties = section.SelectMany(options => options.GetProperties()).ToList();
            foreach (var value in configuration.GetSection(section.Key).GetChildren())
            {
                var property = properties.Find(propertyInfo => propertyInfo.Name.Equals(value.Key, StringComparison.OrdinalIgnoreCase));
                problems.AddRange(property is null ? [Unknown(value, properties)] : ProblemsOf(value, property));
            }
        }

        return problems;
    }

    /// <summary>Writes the problems to standard error. Returns whether there are any.</summary>
    public static bool Report(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            Console.Error.WriteLine("NewsBot cannot start with these settings (appsettings.json, environment variables such as Telegram__Token, --set):");
            Console.Error.WriteLine(string.Join('\n', problems.Select(problem => $"  - {problem}")));
        }

        return problems.Count > 0;
    }

    private static string Unknown(IConfigurationSection value, List<PropertyInfo> properties)
    {
        var nearest = properties.MinBy(propertyInfo => EditDistance.Between(propertyInfo.Name.ToUpperInvariant(), value.Key.ToUpperInvariant()))!;
        return $"{value.Path} is not a setting. The nearest is {value.Path[..^value.Key.Length]}{nearest.Name}; remove it or correct its name.";
    }

    private static IEnumerable<string> ProblemsOf(IConfigurationSection value, PropertyInfo property)
    {
        if (property.PropertyType.IsGenericType)
        {
            var element = property.PropertyType.GetGenericArguments()[0];
            return value.GetChildren().Select(item => ProblemOf(item, element, [])).OfType<string>();
        }

        return ProblemOf(value, property.PropertyType, [.. property.GetCustomAttributes<ValidationAttribute>()]) is { } problem ? [problem] : [];
    }

    private static string? ProblemOf(IConfigurationSection setting, Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var text = setting.Value ?? "";
        var meant = TryConvert(text, type);
        if (meant is null || (type == typeof(TimeSpan) && !text.Contains(':', StringComparison.Ordinal)))
        {
            return Problem(setting, type, Form(type));
        }

        return rules.FirstOrDefault(rule => !rule.IsValid(meant)) is { } broken ? Problem(setting, type, Form(broken)) : null;
    }

    /// <summary>Texts are never repeated: an address of a proxy has a password in it, however malformed the rest is.</summary>
    private static string Problem(IConfigurationSection setting, Type type, string form) => type == typeof(string)
        ? $"{setting.Path} should be {form}."
        : $"{setting.Path} {SettingText.Describe(setting.Value ?? "")}: it should be {form}.";

    private static object? TryConvert(string text, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Form(ValidationAttribute rule) => rule is RangeAttribute range
        ? string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}")
        : rule.ErrorMessage ?? rule.FormatErrorMessage("");

    private static string Form(Type type) =>
        type == typeof(TimeSpan) ? "a duration as d.hh:mm:ss, for example 00:15:00 for a quarter of an hour or 2.00:00:00 for two days"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(string) ? "a text"
        : "a whole number";
}
