import Markdown
public import Source

/// A comment in a list's raw HTML.
public struct HTMLComment: Sendable {
  /// The comment with its delimiters; an unclosed one continues to the end of its raw HTML.
  public let range: SourceRange
  /// The text between the delimiters.
  public let content: SourceRange
  public let isClosed: Bool
}

extension List {
  /// The comments in the order of the text.
  public var comments: [HTMLComment] {
    document.htmlRanges.sorted().flatMap { Self.comments(in: $0, of: document.source) }
  }

  private static func comments(in range: SourceRange, of source: SourceText) -> [HTMLComment] {
    let bytes = source.bytes(in: range)
    var comments: [HTMLComment] = []
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard bytes[open...].starts(with: "<!--".utf8) else {
        index = open + 1
        continue
      }
      let close = end(in: bytes[(open + 4)...])
      let end = close.map { $0 + 3 } ?? bytes.endIndex
      let content = SourceRange(open + 4, close ?? bytes.endIndex)
      comments.append(HTMLComment(range: SourceRange(open, end), content: content, isClosed: close != nil))
      index = end
    }
    return comments
  }

  /// The offset of the first `-->`.
  private static func end(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while let dash = bytes[index...].firstIndex(of: UInt8(ascii: "-")) {
      if bytes[dash...].starts(with: "-->".utf8) { return dash }
      index = dash + 1
    }
    return nil
  }
}
