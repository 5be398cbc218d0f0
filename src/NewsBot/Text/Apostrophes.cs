namespace NewsBot.Text;

/// <summary>The signs that are typed for an apostrophe: straight, curly, the letter of Ukrainian, accents, full width.</summary>
internal static class Apostrophes
{
    public static bool Contains(char sign) => sign is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '＇';
}
