internal import Markdown
internal import Source

/// The anchors of a Markdown file, as it would be shown by GitHub.
enum MarkdownAnchors {
  /// Which of the names a file has: of headings, and of `id` and `name` attributes in it.
  static func find(_ wanted: [Set<String>], in bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let document = try? Document(SourceText(utf8: Array(text.utf8))) else { return [] }
    var slugger = Slugger()
    var anchors: Set<String> = []
    for block in document.allBlocks {
      if case .heading = block.kind { anchors.insert(slugger.anchor(for: block.text)) }
    }
    let names = wanted.reduce(into: Set()) { $0.formUnion($1) }
    return names.filter { name in
      anchors.contains(name)
        || ["id", "name"].contains { text.contains("\($0)=\"\(name)\"") || text.contains("\($0)='\(name)'") }
    }
  }
}
