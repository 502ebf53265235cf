import Markdown
import Source

extension SourceText {
  /// The bytes that are the same from an offset on.
  func run(of byte: UInt8, at start: Int) -> SourceRange {
    SourceRange(start, start + bytes[start...].prefix { $0 == byte }.count)
  }

  /// The spaces and tabs from an offset on.
  func blanks(at start: Int) -> SourceRange {
    guard start < bytes.count else { return SourceRange(bytes.count, bytes.count) }
    return SourceRange(start, start + bytes[start...].prefix { $0.isSpaceOrTab }.count)
  }

  /// The blanks before a block on its first line; nil where there are none, or something else is there.
  func indent(of block: Block) -> SourceRange? {
    // Most follow a newline, or a marker and something else.
    guard let last = bytes[..<block.range.lowerBound].last, last.isSpaceOrTab else { return nil }
    let start = line(lineIndex(at: block.range.lowerBound)).lowerBound
    let indent = blanks(at: start)
    return indent.isEmpty || indent.upperBound != block.range.lowerBound ? nil : indent
  }

  /// The digits of an item's number; nil for an item with a bullet.
  func number(of item: Block) -> SourceRange? {
    let digits = bytes(in: item.range).prefix { $0.isASCIIDigit }
    return digits.isEmpty ? nil : SourceRange(digits.startIndex, digits.endIndex)
  }

  /// The edits that move an item's further lines to the left; nil where one of them is not indented that far, so that moving it
  /// could make something else of it.
  func dedent(_ item: Block, by count: Int) -> [Edit]? {
    let first = lineIndex(at: item.range.lowerBound)
    let last = lineIndex(at: max(item.range.upperBound - 1, 0))
    guard last > first else { return [] }
    var edits: [Edit] = []
    for index in (first + 1)...last {
      let line = line(index)
      let spaces = bytes(in: line).prefix { $0 == 0x20 }
      if spaces.count == line.count { continue }
      guard spaces.count >= count + 2 else { return nil }
      edits.append(Edit(SourceRange(line.lowerBound, line.lowerBound + count), ""))
    }
    return edits
  }

  /// A range without the blanks and newlines at its ends.
  func trimmed(_ range: SourceRange) -> SourceRange {
    let bytes = bytes(in: range)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return SourceRange(range.lowerBound, range.lowerBound)
    }
    return SourceRange(first, last + 1)
  }

  /// The blanks between an item's bullet or number and its text; nil where no marker is there.
  func gap(behindMarkerOf item: Block, before text: Int) -> SourceRange? {
    let marker = bytes(in: item.range).prefix { !$0.isSpaceOrTab }
    guard let first = marker.first, !marker.isEmpty, marker.endIndex <= text,
      "-*+".utf8.contains(first) ? marker.count == 1 : first.isASCIIDigit
    else { return nil }
    return SourceRange(marker.endIndex, text)
  }
}

extension Substring {
  /// A label of a reference as labels are compared: without regard to case and to how much blank there is.
  var foldedLabel: String {
    plainFoldedLabel ?? LinkDefinition.normalized(self)
  }

  /// The same of a label in ASCII; nil for others.
  private var plainFoldedLabel: String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
      if !byte.isASCIIWhitespace {
        folded.append(byte.asciiLowercased)
      } else if let last = folded.last, last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
