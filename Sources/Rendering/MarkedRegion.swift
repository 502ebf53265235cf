public import Source

/// The part of a file between two comment lines: the list in a README, or the header or footer of a list.
public struct MarkedRegion: Sendable {
  /// The content of a region.
  enum Name: String {
    case list
    case header
    case footer

    var opening: String { "<!-- awesome:\(rawValue) -->" }
    var closing: String { "<!-- /awesome:\(rawValue) -->" }
  }

  public static let opening = Name.list.opening
  public static let closing = Name.list.closing

  /// From the line after the opening marker to the line of the closing one.
  let range: SourceRange
  /// The region with the lines of its markers.
  let outerRange: SourceRange
  /// The newline of the opening marker's line, and so of the region.
  let newline: [UInt8]

  /// Finds the region of the list; nil in a file without markers.
  public init?(in source: SourceText) throws(RenderingError) {
    try self.init(.list, in: source)
  }

  init?(_ name: Name, in source: SourceText) throws(RenderingError) {
    var openings: [Int] = []
    var closings: [Int] = []
    for index in 0..<source.lineCount {
      let line = source.bytes(in: source.line(index))
      // The first byte rules out most lines.
      guard line.first.map({ $0 == UInt8(ascii: "<") || $0 <= UInt8(ascii: " ") }) ?? false else { continue }
      let text = line.trimming(while: \.isSpaceOrTab)
      if text.elementsEqual(name.opening.utf8) { openings.append(index) }
      if text.elementsEqual(name.closing.utf8) { closings.append(index) }
    }
    if openings.isEmpty, closings.isEmpty { return nil }
    guard openings.count == 1, closings.count == 1, openings[0] < closings[0] else {
      throw .brokenMarkers(opening: name.opening, closing: name.closing)
    }
    let opening = source.line(openings[0])
    range = SourceRange(source.lineStarts[openings[0] + 1], source.lineStarts[closings[0]])
    outerRange = SourceRange(opening.lowerBound, source.line(closings[0]).upperBound)
    newline = Array(source.bytes[opening.upperBound..<range.lowerBound])
  }
}
