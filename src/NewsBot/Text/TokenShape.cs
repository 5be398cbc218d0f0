namespace NewsBot.Text;

/// <summary>How a word is written.</summary>
internal enum TokenShape : byte
{
    /// <summary>Without letters that have a case: digits, 북한, 朝鲜.</summary>
    Caseless,

    /// <summary>"korea", also "iPhone".</summary>
    Lower,

    /// <summary>"Korea".</summary>
    Capitalised,

    /// <summary>"NATO", "U.S.", "X".</summary>
    Upper,
}
