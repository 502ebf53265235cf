/// What a body is, by its header and its first bytes.
enum PageKind: Hashable, Sendable {
  case html
  /// Markdown that is served as text.
  case markdown
  /// Anything else: in it a fragment means something of its own, if anything.
  case other

  init(contentType: String?, path: String, start: [UInt8]) {
    // What most pages say.
    if let contentType, contentType.utf8.starts(with: "text/html".utf8),
      contentType.utf8.dropFirst(9).first ?? UInt8(ascii: ";") == UInt8(ascii: ";")
    {
      self = .html
      return
    }
    let type = contentType?.prefix { $0 != ";" }.lowercased().filter { $0 != " " } ?? ""
    switch type {
    case "text/html", "application/xhtml+xml": self = .html
    case "text/markdown", "text/x-markdown": self = .markdown
    case "text/plain", "application/octet-stream": self = Self.isMarkdownFile(path) ? .markdown : .other
    case "":
      let first = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.first
      self = first == UInt8(ascii: "<") ? .html : .other
    default: self = .other
    }
  }

  private static func isMarkdownFile(_ path: String) -> Bool {
    let path = path.lowercased()
    return [".md", ".markdown", ".mkd"].contains { path.hasSuffix($0) }
  }
}
