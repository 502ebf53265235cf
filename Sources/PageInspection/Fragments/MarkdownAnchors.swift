internal import Markdown
internal import Source

/// The anchors of a Markdown file, as GitHub shows it.
enum MarkdownAnchors {
  /// The wanted names that the file has: anchors of headings, and values of `id` and `name` attributes.
  static func find(_ wanted: [Set<String>], in bytes: [UInt8]) -> Set<String> {
    let bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    guard let document = try? Document(SourceText(utf8: bytes)) else { return [] }
    var slugger = Slugger()
    var anchors = attributes(in: bytes)
    for block in document.allBlocks {
      if case .heading = block.kind { anchors.insert(slugger.anchor(for: block.text)) }
    }
    return anchors.intersection(wanted.reduce(into: Set()) { $0.formUnion($1) })
  }

  /// The values of `id` and `name` attributes, in one pass, as a list may want thousands of names of one file.
  private static func attributes(in bytes: [UInt8]) -> Set<String> {
    var values: Set<String> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "=") {
      let isOne = ["id", "name"].contains { name in
        let start = index - name.utf8.count
        return start > 0 && bytes[start - 1] <= 0x20
          && bytes[start..<index].elementsEqual(name.utf8, by: { $0.asciiLowercased == $1 })
      }
      guard isOne, let quote = bytes[(index + 1)...].first else { continue }
      let isQuoted = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote)
      let rest = bytes[(index + (isQuoted ? 2 : 1))...].prefix(FragmentTarget.longest + 1)
      let end = rest.firstIndex { isQuoted ? $0 == quote : $0 <= 0x20 || $0 == UInt8(ascii: ">") }
      guard let end else { continue }
      values.insert(String(decoding: rest[..<end], as: UTF8.self))
    }
    return values
  }
}
