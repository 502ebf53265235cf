import AwesomeList
import Markdown
import Source

extension ListExport {
  /// One row per entry: section (outer ones first, separated by “ > ”), title, url, description, tags, line.
  ///
  /// Source: RFC 4180, with LF as newline. An apostrophe goes before cells that a spreadsheet would take for a formula.
  public var csv: String {
    let header = "section,title,url,description,tags,line\n"
    let loose = list.looseEntries.flatMap(\.withDescendants).map { row($0, section: "") }
    return header + (loose + list.sections.flatMap { rows($0, above: []) }).joined()
  }

  private func rows(_ section: Section, above: [String]) -> [String] {
    let path = above + [section.title]
    let own = section.entries.flatMap(\.withDescendants).map { row($0, section: path.joined(separator: " > ")) }
    return own + section.sections.flatMap { rows($0, above: path) }
  }

  private func row(_ entry: Entry, section: String) -> String {
    let line = list.document.source.location(of: entry.range.lowerBound).line
    let cells = [
      section, entry.title, entry.url ?? "", entry.description?.text ?? "", entry.visibleTags.joined(separator: " "),
      "\(line)",
    ]
    return cells.map(Self.cell).joined(separator: ",") + "\n"
  }

  /// By Unicode scalars: other programs see a quote and an accent after it as two characters.
  private static func cell(_ text: String) -> String {
    var scalars = text.unicodeScalars
    // The full-width forms start formulas too.
    if let first = scalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      scalars.insert("'", at: scalars.startIndex)
    }
    guard scalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return String(scalars) }
    return "\"" + String(String.UnicodeScalarView(scalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })) + "\""
  }
}
