internal import HTTP

/// What a server said of a page's version, with which the page is requested only if it has changed.
///
/// Source: RFC 9110, sections 8.8 and 13.1.
public struct Validator: Hashable, Sendable {
  /// Longer ones are not worth their memory.
  private static let limit = 256

  /// The entity tag with its quotes, a newline, the date of the last change; a run has as many of them as links.
  private let text: String

  /// - Returns: nil where neither can be sent back: it is printable ASCII of a sensible length.
  public init?(tag: String?, modified: String?) {
    let isTag = { (text: String) in
      Self.isField(text) && text.hasSuffix("\"") && (text.hasPrefix("\"") || text.hasPrefix("W/\""))
    }
    let tag = tag.flatMap { isTag($0) ? $0 : nil }
    let modified = modified.flatMap { Self.isField($0) ? $0 : nil }
    if tag == nil, modified == nil { return nil }
    text = (tag ?? "") + "\n" + (modified ?? "")
  }

  init?(_ headers: [HeaderField]) {
    self.init(tag: headers.first("etag"), modified: headers.first("last-modified"))
  }

  private static func isField(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= limit && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  public var tag: String? { part(0) }
  /// The date of the last change, as the server wrote it.
  public var modified: String? { part(1) }

  private func part(_ index: Int) -> String? {
    let part = text.split(separator: "\n", omittingEmptySubsequences: false)[index]
    return part.isEmpty ? nil : String(part)
  }

  /// The conditions of a request.
  var headers: [HeaderField] {
    [
      tag.map { HeaderField(name: "If-None-Match", value: $0) },
      modified.map { HeaderField(name: "If-Modified-Since", value: $0) },
    ].compactMap(\.self)
  }
}
