using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Extraction;

/// <summary>Tells by the class and id of an element that it holds other posts.</summary>
internal static partial class OtherPostClassNames
{
    /// <summary>The element's classes, or an empty text.</summary>
    public static string ClassOf(IElement element) => element.ClassName ?? "";

    /// <summary>The element's id, or an empty text.</summary>
    public static string IdOf(IElement element) => element.Id ?? "";

    /// <summary>Whether the element is named as a list of other posts, or as comments.</summary>
    public static bool NamesOtherPosts(IElement element) =>
        OtherPosts().IsMatch(ClassOf(element)) || OtherPosts().IsMatch(IdOf(element));

    /// <summary>Whether an element around it, or the element itself, is.</summary>
    public static bool IsWithin(IElement element)
    {
        for (var box = element; box is not null and not IHtmlBodyElement; box = box.ParentElement)
        {
            if (NamesOtherPosts(box))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<![a-z])(related|recent|latest|popular|trending|recommend\w*|outbrain|taboola|comments?|disqus|kommentare?|most[-_]?(read|viewed)|more[-_](from|news|stories|articles)|read[-_]?(next|also)|teasers)(?![a-z])|^sidebar$|(?:^|\s)(?:sidebar|widget-area)(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherPosts();
}
