using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>
/// Acronyms that are also common words. Who types them in capitals means the acronym, and an article must write it so:
/// without that rule WHO is right once in 500 hits. NATO or OPEC are no words, and match however they are written.
/// </summary>
internal static class Acronyms
{
    /// <summary>In a phrase all in capitals, a word longer than any of them tells that somebody merely types in capitals.</summary>
    private const int MaxAcronym = 5;

    private static readonly FrozenSet<string> CommonWords =
        """
        who ice usa aids act add age aid aim air all any are arm art ask bad bag bar bat bay bed bid big box bus but buy can cap car cat
        cop cost cup cut day die dot dry ear eat end era eye fan far fast fat few fit fix fly for fox fun gap gas gdr get gun has hat her him
        hit hot how ill ira its job joy key kid law leg let lie lip lot low mad mail man map mat may men met mit mix mom nap net new nor
        now nut odd off oil old one our out own pay pen pet pie pin pop pot put ram rat raw ray red rid row run sad sap sat saw say sea see
        set she sir sit six ski sky son spa sum sun swift tag tan tap tar tax tea ten the tie tip top toy try two use van via war was way web
        wet why win won yes yet you base best care cash chip cold core data deal desk dose east echo edge epic face fact farm fire fund gain
        game gate give goal gold good hand hard head help here hope idea into just kind lead life line link live long lord loss mark mars mind
        mine more must need next only open over pact past path peer plan play plus pool port post race rate read real rest rice ring rise risk
        road rock safe sale seal seat ship shop site size snap soft sort spot star stem step stop task team tell term test text than that them
        then they this time tool tour tree true turn unit vote wage wait walk wall want warm wave week well west what when wind wire with word
        work year your aware bloom brave chair chase claim coast cobra cross dream earth field focus force frank grace grand grant green group
        heart house human issue light limit magic major match merit model money moral music north ocean orbit order panel party peace phone
        pilot place plane plant point power press price pride prime prize proof quest quick range reach react right river round scale scene
        scope score sense serve seven share sharp shine sight smart smile smoke solar solid south space spark speak speed spice staff stage
        stand start state steam steel still stock stone storm story sugar table teach thank their there think third three tiger title today
        total touch tower track trade train treat trend trial trust truth union unite value video visit vital voice water wheel where which
        white whole woman women world worth would write young des est les non par pas plus por qui son sur une rok uno пар сот мок воз
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of months, companies, people and stars that are also common words. Who types one alone and with a capital means the name.</summary>
    private static readonly FrozenSet<string> CommonNames =
        """
        alphabet amazon apple august bush chase delta ford march mars may mercury meta nike oracle saturn shell target venus visa
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word at an index of a phrase, as somebody typed it, asks for capitals in the article.</summary>
    public static CaseRule RuleFor(IReadOnlyList<Token> phrase, int index)
    {
        var (term, shape) = (phrase[index].Term, phrase[index].Shape);
        return shape switch
        {
            TokenShape.Upper when IsAmbiguous(term.Plain) && !IsShouted(phrase) => CaseRule.Upper,
            TokenShape.Capitalised when phrase.Count == 1 && CommonNames.Contains(term.Plain) => CaseRule.Capitalised,
            _ => CaseRule.Any,
        };
    }

    /// <summary>
    /// Any two letters are a word in some language: "eu" in French, "ai" in Italian, "un" in Spanish. OR stays small, because
    /// the canonical form shows an acronym in capitals, where it would read as the operator.
    /// </summary>
    private static bool IsAmbiguous(string plain) =>
        (plain.Length == 2 && plain != "or" && plain.All(char.IsLetter)) || CommonWords.Contains(plain);

    private static bool IsShouted(IReadOnlyList<Token> phrase) =>
        phrase.Count > 1
        && phrase.All(token => token.Shape is TokenShape.Upper or TokenShape.Caseless)
        && phrase.Any(token => token.Term.Plain.Length > MaxAcronym);
}
