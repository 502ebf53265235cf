import Markup
import Source

/// Finds the quotes that belong to the syntax of a file that is not Markdown: without one of them it could not be read.
struct QuoteSearch {
  private let bytes: [UInt8]
  private let kind: TextKind

  init(_ source: SourceText, kind: TextKind) {
    bytes = source.bytes
    self.kind = kind
  }

  /// The quotes that a repair could take for a part of damage.
  func ranges() -> [SourceRange] {
    let quotes: [Int]
    switch kind {
    case .markdown, .asciidoc, .other: return []
    case .html: quotes = TagAttributes.values(in: bytes).flatMap { [$0.range.lowerBound - 1, $0.range.upperBound] }
    case .json: quotes = unescaped { $0 == UInt8(ascii: "\"") }
    case .yaml: quotes = unescaped { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    case .csv: quotes = CellSearch(bytes).cells().flatMap(quotes(of:))
    }
    return quotes.filter(isNearDamage).map { SourceRange($0, $0 + 1) }
  }

  /// The characters without a backslash before them.
  private func unescaped(_ matches: (UInt8) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      if matches(bytes[index]), isNearDamage(index) { found.append(index) }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return found
  }

  /// The quotes around a cell and in its text, where each is written twice.
  private func quotes(of cell: Range<Int>) -> [Int] {
    guard cell.lowerBound > 0, bytes[cell.lowerBound - 1] == UInt8(ascii: "\"") else { return [] }
    return (cell.lowerBound...cell.upperBound).filter { $0 < bytes.count && bytes[$0] == UInt8(ascii: "\"") }
  }

  /// Whether a character that is not ASCII is close: a repair has at least one, and few files have many such quotes.
  private func isNearDamage(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return bytes[max(0, index - 3)..<min(bytes.count, index + 4)].contains { $0 >= 0x80 }
  }
}
