public import Source

extension Document {
  /// The lines that git leaves around the two sides of a merge conflict, outside of code.
  ///
  /// `=======` elsewhere underlines a heading.
  public var conflictMarkers: [SourceRange] {
    let lines = source.linesOfRuns
    guard lines.contains(where: { isEnd(of: $0) }) else { return [] }
    let code = codeRanges
    var found: [SourceRange] = []
    var isOpen = false
    var underline: SourceRange?
    for line in lines {
      let index = code.partitioningIndex { $0.upperBound >= line.upperBound }
      if index < code.count, code[index].contains(line) { continue }
      switch source.bytes[line.lowerBound] {
      case UInt8(ascii: "="):
        if isOpen { found.append(line) } else { underline = line }
      case UInt8(ascii: ">"):
        found += isOpen ? [line] : [underline, line].compactMap(\.self)
        (isOpen, underline) = (false, nil)
      default:
        found.append(line)
        (isOpen, underline) = (true, nil)
      }
    }
    return found.contains { isEnd(of: $0) } ? found : []
  }

  /// Whether a line opens or closes a conflict: seven characters and a name.
  private func isEnd(of line: SourceRange) -> Bool {
    let bytes = source.bytes(in: line)
    return bytes.starts(with: "<<<<<<< ".utf8) || bytes.starts(with: ">>>>>>> ".utf8)
  }
}

extension SourceText {
  /// The lines that begin with exactly seven of a conflict's characters, `=` without a name after it.
  fileprivate var linesOfRuns: [SourceRange] {
    lineStarts.indices.compactMap { index in
      let start = lineStarts[index]
      guard start < bytes.count, "<|=>".utf8.contains(bytes[start]) else { return nil }
      let range = line(index)
      let line = bytes(in: range)
      guard let mark = line.first, line.prefix(while: { $0 == mark }).count == 7 else { return nil }
      let name = line.dropFirst(7)
      return name.isEmpty || mark != UInt8(ascii: "=") && name.first == UInt8(ascii: " ") ? range : nil
    }
  }
}
