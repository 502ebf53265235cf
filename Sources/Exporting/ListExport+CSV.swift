import AwesomeList
import Markdown
import Source

extension ListExport {
  /// One row an entry: section (outer ones first, divided by “ > ”), title, url, description, tags, line.
  ///
  /// Source: RFC 4180, but for LF as the line end. Cells that a spreadsheet would take for a formula begin with an apostrophe.
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
      section, entry.title, entry.url ?? "", entry.description?.text ?? "", entry.tags.joined(separator: " "),
      "\(line)",
    ]
    return cells.map(Self.cell).joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    let text = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
