import Markup
import Source

/// Finds the addresses in a text that is not Markdown.
///
/// An address goes from its scheme to the next white space, quote, angle bracket or bracket that it does not open, and in each kind of
/// file to what ends it there: the end of a cell, an escape, a character reference. In HTML, the values of `href` and the like are
/// addresses, relative ones too.
struct AddressSearch {
  private let bytes: [UInt8]
  private let kind: TextKind

  init(_ source: SourceText, kind: TextKind) {
    bytes = source.bytes
    self.kind = kind
  }

  /// The addresses, in order.
  func ranges() -> [SourceRange] {
    switch kind {
    case .csv: return CellSearch(bytes).cells().flatMap { addresses(in: $0) }
    case .html:
      let attributes = TagAttributes.values(in: bytes).filter(\.isAddress)
        .map { SourceRange($0.range.lowerBound, $0.range.upperBound) }
      return joined((attributes + addresses(in: 0..<bytes.count)).sorted { $0 < $1 })
    default: return addresses(in: 0..<bytes.count)
    }
  }

  /// The ranges without overlaps: an address in an attribute is found by its scheme too.
  private func joined(_ sorted: [SourceRange]) -> [SourceRange] {
    sorted.reduce(into: []) { joined, range in
      guard let last = joined.last, range.lowerBound < last.upperBound else { return joined.append(range) }
      joined[joined.count - 1] = SourceRange(last.lowerBound, max(last.upperBound, range.upperBound))
    }
  }

  private func addresses(in bounds: Range<Int>) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var index = bounds.lowerBound
    while let colon = bytes[index..<bounds.upperBound].firstIndex(of: UInt8(ascii: ":")) {
      let previous = index
      index = colon + 1
      guard let start = schemeStart(before: colon, after: previous) else { continue }
      guard let host = hostStart(after: index, before: bounds.upperBound) else { continue }
      index = end(of: host..<bounds.upperBound)
      ranges.append(SourceRange(start, index))
    }
    return ranges
  }

  /// The offset of the scheme that ends at a colon; nil if there is none.
  private func schemeStart(before colon: Int, after bound: Int) -> Int? {
    let scheme = bytes[bound..<colon].reversed().prefix { $0.isASCIIAlphanumeric || "+.-".utf8.contains($0) }
    return scheme.isEmpty ? nil : colon - scheme.count
  }

  /// The offset after `//`, which JSON may write as `\/\/`.
  private func hostStart(after colon: Int, before bound: Int) -> Int? {
    let rest = bytes[colon..<bound]
    if rest.starts(with: "//".utf8) { return colon + 2 }
    return kind == .json && rest.starts(with: "\\/\\/".utf8) ? colon + 4 : nil
  }

  /// The end of an address that has begun.
  private func end(of range: Range<Int>) -> Int {
    var open: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): return index
      case UInt8(ascii: "'") where kind != .json && kind != .csv: return index
      case UInt8(ascii: "|") where kind == .other, UInt8(ascii: "`") where kind == .other: return index
      case UInt8(ascii: "\\"):
        guard kind == .json, index + 1 < range.upperBound, bytes[index + 1] == UInt8(ascii: "/") else { return index }
      case UInt8(ascii: "&"):
        if kind == .html, endsAddress(bytes[index..<range.upperBound]) { return index }
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: "[") where kind == .asciidoc && index > range.lowerBound: return index
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        guard open.popLast() == bytes[index] else { return index }
      default: break
      }
      index += 1
    }
    return range.upperBound
  }

  /// Whether a character reference is one of a character that ends an address.
  private func endsAddress(_ text: ArraySlice<UInt8>) -> Bool {
    ["&quot;", "&lt;", "&gt;", "&nbsp;", "&apos;", "&#"].contains { text.starts(with: $0.utf8) }
  }
}
