import Source

/// Finds front matter: YAML between `---` lines or TOML between `+++` lines, at the very start.
///
/// Its first line of content must begin a mapping, so that thematic breaks around text are none.
enum FrontMatter {
  private enum Language: String, CaseIterable {
    case yaml = "---"
    case toml = "+++"
  }

  /// From the first fence to the end of the last fence's line, newline included.
  static func range(in source: SourceText) -> SourceRange? {
    guard let language = Language.allCases.first(where: { isFence(source, line: 0, $0.rawValue) }) else { return nil }
    var hasContent = false
    for index in 1..<max(source.lineCount, 1) {
      if isFence(source, line: index, language.rawValue) || language == .yaml && isFence(source, line: index, "...") {
        guard hasContent else { return nil }
        let end = index + 1 < source.lineCount ? source.lineStarts[index + 1] : source.bytes.count
        return SourceRange(source.contentStart, end)
      }
      let line = source.bytes(in: source.line(index))
      if !hasContent, !line.allSatisfy(\.isASCIIWhitespace), line.first != UInt8(ascii: "#") {
        guard isMapping(line, language) else { return nil }
        hasContent = true
      }
    }
    return nil
  }

  private static func isFence(_ source: SourceText, line: Int, _ fence: String) -> Bool {
    source.bytes(in: source.line(line)).trimmingSuffix(while: \.isASCIIWhitespace).elementsEqual(fence.utf8)
  }

  private static func isMapping(_ line: ArraySlice<UInt8>, _ language: Language) -> Bool {
    switch language {
    case .yaml:
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
      let key = line[..<colon]
      let isEnd = colon + 1 == line.endIndex || line[colon + 1].isASCIIWhitespace
      return isEnd && key.allSatisfy { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "<") }
    case .toml:
      let line = line.trimming(while: \.isASCIIWhitespace)
      if line.first == UInt8(ascii: "[") { return line.last == UInt8(ascii: "]") }
      return line.firstIndex(of: UInt8(ascii: "=")).map { $0 > line.startIndex } ?? false
    }
  }
}
