import AwesomeList
import Exporting
import Foundation
import JSON
import Markdown
import Source
import TestSupport
import Testing

/// Every link of a list is in its exports, and every export has the same number of entries.
@Suite struct ExportedLinksTests {
  @Test(arguments: Shapes.names)
  func aShapeIsExportedWhole(_ name: String) throws {
    try check(List(Shapes.source(name)))
  }

  @Test(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)), arguments: Corpus.files)
  func aRealListIsExportedWhole(_ file: URL) throws {
    try check(List(SourceText(utf8: Array(Data(contentsOf: file)))))
  }

  @Test func linksOutsideOfEntriesAreExported() throws {
    let text = """
      # [Title](https://title.example) [![Badge](https://img.shields.io/x.svg)](https://badge.example)

      Prose with [a link][r] and <https://auto.example>, ![a map](https://map.example/map.png).

      <a href="https://badge.example/html"><img src="https://img.shields.io/y.svg"></a>

      ## Contents

      - [Tools](#tools)
      - [Elsewhere](https://elsewhere.example)

      ## Tools [↗](https://heading.example)

      - [A](https://a.example) - Text.

        <p><a href="https://raw.example"></a></p>
      - Neither [this](https://neither.example)'s an entry, as it has a long sentence around its only link.

      | [Header](https://header.example) | About |
      |---|---|
      | [B](https://b.example) | A tool that has three words. |
      | | [Remark](https://remark.example) |

      [^1]: See [the note](https://note.example).

      Text.[^1]

      [r]: https://reference.example
      """
    let list = try List(SourceText(text))
    try check(list)
    #expect(!ListExport(list).json.contains("badge.example"))
  }

  private func check(_ list: List) throws {
    let export = ListExport(list)
    let found = Found(export.value)
    let page = export.html
    let linked = Set(page.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) })
    for (link, next) in zip(list.links, list.links.dropFirst().map(Optional.some) + [nil])
    where !link.isImage && !link.isFragment && !Self.isBadge(link, next) {
      #expect(found.addresses.contains(link.url), "\(link.url) is not in the JSON")
      guard let address = Self.safeAddress(link.url) else { continue }
      #expect(linked.contains(address), "\(address) is not on the page")
    }
    #expect(found.entryCount == list.entries.count)
    #expect(page.contains("<span id=\"page:count\">\(list.entries.count)</span>"))
    #expect(page.components(separatedBy: "<li><span class=\"title\">").count - 1 == list.entries.count)
    let outlines = try export.opml().components(separatedBy: "<outline ").count - 1
    #expect(outlines - Self.sectionCount(list.sections) == list.entries.count)
    #expect(Self.rowCount(export.csv) == list.entries.count)
  }

  private static func sectionCount(_ sections: [Section]) -> Int {
    sections.reduce(0) { $1.isContents ? $0 : $0 + 1 + sectionCount($1.sections) }
  }

  /// Whether a link is around a badge; the range of an HTML link is its start tag.
  private static func isBadge(_ link: ListLink, _ next: ListLink?) -> Bool {
    guard let next, next.isBadge else { return false }
    return link.text.isEmpty || link.range.contains(next.range) && link.text == next.text
  }

  /// An address of the web as it is in an attribute; nil for others, and where characters are to be encoded.
  private static func safeAddress(_ url: String) -> String? {
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && !"\"<>\\^`{|}'\u{7F}".utf8.contains($0) && $0 < 0x80 }
    guard isPlain, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    return url.replacing("&", with: "&amp;")
  }

  /// The rows of a CSV text after the header; cells in quotes may have newlines.
  private static func rowCount(_ csv: String) -> Int {
    var isQuoted = false
    var count = -1
    for byte in csv.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { count += 1 }
    }
    return count
  }
}

/// The addresses and entries of an exported list.
private struct Found {
  var addresses: Set<String> = []
  var entryCount = 0

  init(_ value: JSONValue) { read(value) }

  private mutating func read(_ value: JSONValue) {
    switch value {
    case .array(let values): for value in values { read(value) }
    case .object(let members):
      if let url = value["url"]?.string { addresses.insert(url) }
      if value["shape"] != nil { entryCount += 1 }
      for member in members { read(member.value) }
    default: return
    }
  }
}
