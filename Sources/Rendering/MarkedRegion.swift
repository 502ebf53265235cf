public import Source

/// The part of a file that is the rendered list: what stands between two comment lines.
public struct MarkedRegion: Sendable {
  public static let opening = "<!-- awesome:list -->"
  public static let closing = "<!-- /awesome:list -->"

  /// From the start of the line after the opening mark to the start of the closing mark's line.
  let range: SourceRange

  /// Finds the region; nil in a file without marks.
  public init?(in source: SourceText) throws(RenderingError) {
    var openings: [Int] = []
    var closings: [Int] = []
    for index in 0..<source.lineCount {
      let line = source.bytes(in: source.line(index)).trimmingSpace
      if line.elementsEqual(Self.opening.utf8) { openings.append(index) }
      if line.elementsEqual(Self.closing.utf8) { closings.append(index) }
    }
    if openings.isEmpty, closings.isEmpty { return nil }
    guard openings.count == 1, closings.count == 1, openings[0] < closings[0] else { throw .brokenMarkers }
    range = SourceRange(source.lineStarts[openings[0] + 1], source.lineStarts[closings[0]])
  }

  /// The file's bytes with a list in the region, blank lines around it, and the place of the list in them.
  func filled(_ list: [UInt8], in source: SourceText) -> (bytes: [UInt8], list: SourceRange) {
    let newline = UInt8(ascii: "\n")
    let before = source.bytes[..<range.lowerBound] + [newline]
    let list = list + (list.last == newline ? [] : [newline])
    let after = [newline] + source.bytes[range.upperBound...]
    return (before + list + after, SourceRange(before.count, before.count + list.count))
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without the spaces and tabs around them.
  var trimmingSpace: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var result = drop(while: isSpace)
    while let last = result.last, isSpace(last) { result.removeLast() }
    return result
  }
}
