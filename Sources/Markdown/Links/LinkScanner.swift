import Source

/// A scanner for the parts of link syntax: labels, destinations and titles.
///
/// Source: CommonMark 0.31, sections 4.7 and 6.3.
struct LinkScanner {
  let bytes: [UInt8]
  /// The offset at which scanning stops.
  let end: Int

  /// A destination: its range without angle brackets, and the offset after it.
  func destination(at start: Int) -> (range: SourceRange, next: Int)? {
    guard start < end else { return nil }
    return bytes[start] == UInt8(ascii: "<") ? bracketedDestination(at: start) : plainDestination(at: start)
  }

  private func bracketedDestination(at start: Int) -> (range: SourceRange, next: Int)? {
    var index = start + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: ">"): return (SourceRange(start + 1, index), index + 1)
      case UInt8(ascii: "<"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  private func plainDestination(at start: Int) -> (range: SourceRange, next: Int)? {
    var index = start
    var depth = 0
    scan: while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1].isASCIIPunctuation: index += 1
      case UInt8(ascii: "("):
        depth += 1
        // The parser balances no more than 32.
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0...0x20, 0x7F: break scan
      default: break
      }
      index += 1
    }
    return depth == 0 ? (SourceRange(start, index), index) : nil
  }

  /// A title in any of the three quotes: its range without them, and the offset after it.
  func title(at start: Int) -> (range: SourceRange, next: Int)? {
    guard start < end else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < end {
      if bytes[index] == close { return (SourceRange(start + 1, index), index + 1) }
      if bytes[index] == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// A label from its opening bracket: its range without brackets, and the offset after the closing one.
  func label(at start: Int) -> (range: SourceRange, next: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    while index < end, index - start <= 1000 {
      switch bytes[index] {
      case UInt8(ascii: "]"): return (SourceRange(start + 1, index), index + 1)
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// The offset after spaces, tabs and newlines, with the `>` at the start of the lines in a quote.
  func skippingSpace(from start: Int, quoteDepth: Int) -> Int {
    var index = start
    var quotes = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index += 1
        quotes = quoteDepth
      case UInt8(ascii: ">") where quotes > 0:
        index += 1
        quotes -= 1
      default: return index
      }
    }
    return index
  }

  /// A whole definition from an offset; the rest of its last line must be blank.
  func definition(at start: Int, quoteDepth: Int) -> (definition: LinkDefinition, next: Int)? {
    guard let label = label(at: start), !label.range.isEmpty, label.next < end,
      bytes[label.next] == UInt8(ascii: ":"), bytes[label.range.lowerBound] != UInt8(ascii: "^"),
      !bytes[label.range.range].allSatisfy(\.isASCIIWhitespace)
    else { return nil }
    let destinationStart = skippingSpace(from: label.next + 1, quoteDepth: quoteDepth)
    guard let destination = destination(at: destinationStart), destination.next > destinationStart else { return nil }
    var last = destination.next
    var titleRange: SourceRange?
    let titleStart = skippingSpace(from: destination.next, quoteDepth: quoteDepth)
    if titleStart > destination.next, let title = title(at: titleStart), isBlankToNewline(from: title.next) {
      titleRange = title.range
      last = title.next
    } else if !isBlankToNewline(from: destination.next) {
      return nil
    }
    let definition = LinkDefinition(
      label: String(decoding: bytes[label.range.range], as: UTF8.self), range: SourceRange(start, last),
      destinationRange: destination.range, titleRange: titleRange)
    return (definition, last)
  }

  private func isBlankToNewline(from start: Int) -> Bool {
    var index = start
    while index < end, bytes[index].isSpaceOrTab { index += 1 }
    return index == end || bytes[index].isNewline
  }
}
