import AwesomeList
import Markdown
import Source

/// Finds the separators between links and descriptions that are no hyphen between two blanks.
enum EntrySeparators {
  static let marks: Set<Character> = ["-", "–", "—", "―", ":", "："]

  /// The edits that make ` - ` of `: `, `–`, `—` and of hyphens with other blanks.
  static func edits(in list: List) -> [Edit] {
    let source = list.document.source
    return list.entries.compactMap { entry in
      guard [.dash, .colon, .emDash, .enDash].contains(entry.shape), let link = entry.link,
        let description = entry.description,
        link.range.upperBound < description.range.lowerBound, entry.range.contains(description.range)
      else { return nil }
      let range = SourceRange(link.range.upperBound, description.range.lowerBound)
      // More than the mark, such as a badge, or emphasis around the link, stays as it is.
      let separator = source[range]
      return isSeparator(separator) && separator != " - " ? Edit(range, " - ") : nil
    }
  }

  /// Whether a text is marks and blanks.
  static func isSeparator(_ text: String) -> Bool {
    text.contains(where: marks.contains) && text.allSatisfy { marks.contains($0) || $0 == " " || $0 == "\t" }
  }
}
