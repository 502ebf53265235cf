import Source

/// Finds YAML front matter: a block between `---` lines at the very start whose first line of content is a mapping.
enum FrontMatter {
  /// From the first fence to the end of the last fence's line, newline included.
  static func range(in source: SourceText) -> SourceRange? {
    guard isFence(source, line: 0, endsBlock: false) else { return nil }
    var hasContent = false
    for index in 1..<max(source.lineCount, 1) {
      if isFence(source, line: index, endsBlock: true) {
        guard hasContent else { return nil }
        let end = index + 1 < source.lineCount ? source.lineStarts[index + 1] : source.bytes.count
        return SourceRange(source.contentStart, end)
      }
      let line = source.bytes(in: source.line(index))
      if !hasContent, !line.allSatisfy(\.isASCIIWhitespace), line.first != UInt8(ascii: "#") {
        guard isMapping(line) else { return nil }
        hasContent = true
      }
    }
    return nil
  }

  private static func isFence(_ source: SourceText, line: Int, endsBlock: Bool) -> Bool {
    let bytes = source.bytes(in: source.line(line)).trimmingSuffix(while: \.isASCIIWhitespace)
    return bytes.elementsEqual("---".utf8) || (endsBlock && bytes.elementsEqual("...".utf8))
  }

  private static func isMapping(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    let key = line[..<colon]
    let isEnd = colon + 1 == line.endIndex || line[colon + 1].isASCIIWhitespace
    return isEnd && key.allSatisfy { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "<") }
  }
}
