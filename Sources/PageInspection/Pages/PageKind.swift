internal import Source

/// The kind of a body, by its header and its first bytes.
enum PageKind: Hashable, Sendable {
  case html
  /// Markdown that is served as text.
  case markdown
  /// Any other: its fragments, if any, have their own meaning.
  case other

  init(contentType: String?, path: String, start: [UInt8]) {
    // The value that most pages have.
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
    case "text/plain", "application/octet-stream": self = path.hasMarkdownSuffix ? .markdown : .other
    case "":
      let first = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.first
      self = first == UInt8(ascii: "<") ? .html : .other
    default: self = .other
    }
  }
}
