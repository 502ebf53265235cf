import Markdown
import Source

extension SourceText {
  /// The bytes that are the same from an offset on.
  func run(of byte: UInt8, at start: Int) -> SourceRange {
    SourceRange(start, start + bytes[start...].prefix { $0 == byte }.count)
  }

  /// A range without the blanks and line ends at its ends.
  func trimmed(_ range: SourceRange) -> SourceRange {
    let bytes = bytes(in: range)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return SourceRange(range.lowerBound, range.lowerBound)
    }
    return SourceRange(first, last + 1)
  }

  /// The blanks between an item's bullet or number and its text; nil where no marker stands there.
  func gap(behindMarkerOf item: Block, before text: Int) -> SourceRange? {
    let marker = bytes(in: item.range).prefix { $0 != 0x20 && $0 != 0x09 }
    guard let first = marker.first, !marker.isEmpty, marker.endIndex <= text,
      "-*+".utf8.contains(first) ? marker.count == 1 : (0x30...0x39).contains(first)
    else { return nil }
    return SourceRange(marker.endIndex, text)
  }
}

extension Substring {
  /// A label of a reference as labels are compared: without regard to case and to how much blank there is.
  var foldedLabel: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
