import Source

/// The forms of one anchor.
///
/// What GitHub keeps of an emoji at the start of a heading, such as `⚙️`, is uncertain: its selector, or nothing. So a link may have the
/// selector, the selector percent-encoded, or neither, and leads to the heading in each case.
public enum Fragment {
  /// A fragment as an anchor: percent-decoded, without GitHub's prefix.
  public static func anchor(of fragment: String) -> String {
    let decoded = PercentEncoding.decode(fragment)
    let prefix = "user-content-".utf8
    // By bytes: a hyphen and a selector after it are one character.
    guard decoded.utf8.starts(with: prefix) else { return decoded }
    return String(Substring(decoded.utf8.dropFirst(prefix.count)))
  }

  /// The anchors that a fragment may mean: as written, then in lower case.
  ///
  /// GitHub's script looks for them in this order, so letter case matters only for an `id` or `name` with capitals.
  public static func spellings(of fragment: String) -> [String] {
    let anchor = anchor(of: fragment)
    let lowercase = anchor.lowercased()
    // By bytes: GitHub treats equivalent texts as different.
    return lowercase.utf8.elementsEqual(anchor.utf8) ? [anchor] : [anchor, lowercase]
  }

  /// Whether a fragment names lines of a file, as forges do: `L7`, `L10-L20`, `L3C2-L5C4`.
  public static func namesLines(_ name: String) -> Bool {
    guard let lines = name.removing(prefix: "L") ?? name.removing(prefix: "l"), !lines.isEmpty else { return false }
    return lines.utf8.allSatisfy { $0.isASCIIDigit || "-LC".utf8.contains($0) }
  }

  /// An anchor without what is uncertain in it: selectors, joiners and keycap marks.
  public static func certainPart(of anchor: String) -> String {
    if anchor.utf8.allSatisfy({ $0 < 0x80 }) { return anchor }
    return String(String.UnicodeScalarView(anchor.unicodeScalars.filter { !uncertain.contains($0.value) }))
  }

  /// U+200C keeps letters apart, U+200D joins emoji, U+20E3 makes a keycap, U+FE0E and U+FE0F select text or emoji.
  private static let uncertain: Set<UInt32> = [0x200C, 0x200D, 0x20E3, 0xFE0E, 0xFE0F]
}

extension String {
  /// What follows the `#` of an address that leads into its own document; nil for other addresses.
  public var ownFragment: String? {
    // By bytes: a `#` and a selector after it are one character.
    utf8.first == UInt8(ascii: "#") ? String(Substring(utf8.dropFirst())) : nil
  }
}
