using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using NewsBot.Articles;
using NewsBot.BotApi;
using NewsBot.Commands;
using NewsBot.Outbox.Sending;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Summaries;
using NewsBot.Web;

namespace NewsBot.CommandLine;

/// <summary>Reads every setting before anything starts, and tells all mistakes at once: the key, what is wrong, what it should be.</summary>
internal static class SettingsValidator
{
    private static readonly (string Section, Type Options)[] Known =
    [
        (TelegramOptions.Section, typeof(TelegramOptions)),
        (SendLimits.Section, typeof(SendLimits)),
        (RoleOptions.Section, typeof(RoleOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (SourceOptions.Section, typeof(SourceOptions)),
        (ArticleOptions.Section, typeof(ArticleOptions)),
        (SummaryOptions.Section, typeof(SummaryOptions)),
        (SubscriberOptions.Section, typeof(SubscriberOptions)),
        (CommandOptions.Section, typeof(CommandOptions)),
        (WebOptions.Section, typeof(WebOptions)),
    ];

    public static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        var problems = new List<string>();
        foreach (var section in Known.GroupBy(known => known.Section, known => known.Options))
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
    public static bool Tell(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            Console.Error.WriteLine("NewsBot does not start, because of its settings (appsettings.json, environment variables such as Telegram__Token, --set):");
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
            return $"{setting.Path} is '{text}': it should be {Form(type)}.";
        }

        return rules.FirstOrDefault(rule => !rule.IsValid(meant)) is { } broken ? $"{setting.Path} is '{text}': it should be {Form(broken)}." : null;
    }

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
        : rule.ErrorMessage!;

    private static string Form(Type type) =>
        type == typeof(TimeSpan) ? "a duration as d.hh:mm:ss, for example 00:15:00 for a quarter of an hour or 2.00:00:00 for two days"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(string) ? "a text"
        : "a whole number";
}
