extension TextEncoding {
  /// The usual name, and the labels, the best known one first.
  ///
  /// Source: Encoding Standard, section 4.2, without labels that differ in punctuation only, and with the names of Windows' and
  /// Python's code pages.
  var row: (name: String, labels: String) {
    switch self {
    case .utf8: ("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8")
    case .utf16LittleEndian:
      ("UTF-16LE", "utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff")
    case .utf16BigEndian: ("UTF-16BE", "utf-16be unicodefffe")
    case .big5: ("Big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950")
    case .eucJP: ("EUC-JP", "euc-jp cseucpkdfmtjapanese x-euc-jp ujis")
    case .eucKR:
      (
        "EUC-KR",
        "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949 cp949 uhc"
      )
    case .gb18030:
      (
        "GB18030",
        "gbk gb18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312-80 iso-ir-58 x-gbk cp936 windows-936 euc-cn"
      )
    case .iso2022JP: ("ISO-2022-JP", "iso-2022-jp csiso2022jp")
    case .shiftJIS:
      ("Shift-JIS", "shift_jis csshiftjis ms932 ms_kanji sjis windows-31j x-sjis cp932 windows-932")
    case .codePage(let page): page.row
    }
  }
}

extension CodePage {
  fileprivate var row: (name: String, labels: String) {
    switch self {
    case .windows1250: ("Windows-1250", "windows-1250 cp1250 x-cp1250")
    case .windows1251: ("Windows-1251", "windows-1251 cp1251 x-cp1251")
    case .windows1252:
      (
        "Windows-1252",
        """
        windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso_8859-1:1987 l1 latin1 us-ascii \
        x-cp1252
        """
      )
    case .windows1253: ("Windows-1253", "windows-1253 cp1253 x-cp1253")
    case .windows1254:
      ("Windows-1254", "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso_8859-9:1989 l5 latin5 x-cp1254")
    case .windows1255: ("Windows-1255", "windows-1255 cp1255 x-cp1255")
    case .windows1256: ("Windows-1256", "windows-1256 cp1256 x-cp1256")
    case .windows1257: ("Windows-1257", "windows-1257 cp1257 x-cp1257")
    case .windows1258: ("Windows-1258", "windows-1258 cp1258 x-cp1258")
    case .windows874: ("Windows-874", "windows-874 dos-874 iso-8859-11 tis-620 cp874")
    default: otherRow
    }
  }

  private var otherRow: (name: String, labels: String) {
    switch self {
    case .iso88592: ("ISO 8859-2", "iso-8859-2 csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2")
    case .iso88593: ("ISO 8859-3", "iso-8859-3 csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3")
    case .iso88594: ("ISO 8859-4", "iso-8859-4 csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4")
    case .iso88595: ("ISO 8859-5", "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988")
    case .iso88596:
      (
        "ISO 8859-6",
        """
        iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 \
        iso_8859-6:1987
        """
      )
    case .iso88597:
      (
        "ISO 8859-7",
        "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek"
      )
    case .iso88598:
      (
        "ISO 8859-8",
        """
        iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso_8859-8:1988 visual iso-8859-8-i csiso88598i \
        logical
        """
      )
    case .iso885910: ("ISO 8859-10", "iso-8859-10 csisolatin6 iso-ir-157 l6 latin6")
    case .iso885913: ("ISO 8859-13", "iso-8859-13 latin7")
    case .iso885914: ("ISO 8859-14", "iso-8859-14 latin8")
    case .iso885915: ("ISO 8859-15", "iso-8859-15 csisolatin9 l9 latin9")
    case .iso885916: ("ISO 8859-16", "iso-8859-16 latin10")
    case .koi8R: ("KOI8-R", "koi8-r cskoi8r koi koi8")
    case .koi8U: ("KOI8-U", "koi8-u koi8-ru")
    case .macRoman: ("Mac Roman", "macintosh csmacintosh mac x-mac-roman mac-roman")
    case .macCyrillic: ("Mac Cyrillic", "x-mac-cyrillic x-mac-ukrainian mac-cyrillic")
    case .codePage437: ("code page 437", "cp437 ibm437 437 dos-437 windows-437 codepage437")
    case .codePage850: ("code page 850", "cp850 ibm850 850 dos-850 windows-850 codepage850")
    case .codePage852: ("code page 852", "cp852 ibm852 852 dos-852 windows-852 codepage852")
    case .codePage866: ("code page 866", "cp866 ibm866 866 csibm866 dos-866 windows-866 codepage866")
    default: (rawValue, rawValue)
    }
  }
}
