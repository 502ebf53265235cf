import AwesomeList
import Markdown
import Source

/// Finds separators between links and descriptions other than a hyphen between two spaces.
enum EntrySeparators {
  static let characters: Set<Character> = ["-", "–", "—", "―", ":", "："]

  /// The edits that replace `: `, `–`, `—` and hyphens with other spacing by ` - `.
  static func edits(in list: List) -> [Edit] {
    let source = list.document.source
    return list.entries.compactMap { entry in
      guard [.dash, .colon, .emDash, .enDash].contains(entry.shape), let link = entry.link,
        let description = entry.description,
        link.range.upperBound < description.range.lowerBound, entry.range.contains(description.range)
      else { return nil }
      let range = SourceRange(link.range.upperBound, description.range.lowerBound)
      // Keep a separator with more in it, such as a badge, or the end of emphasis around the link.
      let separator = source[range]
      return isSeparator(separator) && separator != " - " ? Edit(range, " - ") : nil
    }
  }

  /// Whether a text has only separator characters and spaces.
  static func isSeparator(_ text: String) -> Bool {
    text.contains(where: characters.contains) && text.allSatisfy { characters.contains($0) || $0 == " " || $0 == "\t" }
  }
}
