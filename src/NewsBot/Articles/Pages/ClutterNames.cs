using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>Tells by the class and id of an element that it holds no text of the article.</summary>
internal static partial class ClutterNames
{
    /// <summary>Whether the element is named as a list of other posts, an author's box, a sign-up form, comments or sharing.</summary>
    public static bool Names(IElement element) =>
        (element.ClassName is { Length: > 0 } names && Clutter().IsMatch(names)) || (element.Id is { Length: > 0 } id && Clutter().IsMatch(id));

    /// <summary>Whether the element is named as a list of other posts, or as comments.</summary>
    public static bool NamesOtherPosts(IElement element) =>
        (element.ClassName is { Length: > 0 } names && OtherPosts().IsMatch(names)) || (element.Id is { Length: > 0 } id && OtherPosts().IsMatch(id));

    [GeneratedRegex(@"(?<![a-z])(related|recent|latest|popular|trending|most[-_]?(read|viewed|popular)|more[-_](from|news|stories|on)|read[-_]?(more|next|also)|recommend\w*|you[-_]may|outbrain|taboola|newsletter|subscri(be|ption)|sign[-_]?up|author[-_]?(bio|box|info|card|description)|about[-_]?author|bio|biography|comments?|disqus|shar(e|ing)|social|breadcrumbs?|cookie|consent|promo|sidebar|widget)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clutter();

    [GeneratedRegex(@"(?<![a-z])(related|recent|latest|popular|trending|recommend\w*|outbrain|taboola|comments?|disqus|kommentare?|most[-_]?(read|viewed)|more[-_](from|news|stories|articles)|read[-_]?(next|also)|teasers)(?![a-z])|^sidebar$|(?:^|\s)(?:sidebar|widget-area)(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherPosts();
}
