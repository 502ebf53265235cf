import Markdown
import Source

/// Collects lines that begin with a character such as “•”, by paragraph.
struct GluedBullets {
  private struct Line {
    let bullet: SourceRange
    let line: Int
    let isLink: Bool
  }

  private let source: SourceText
  private var groups: [(block: Block, lines: [Line])] = []

  init(_ source: SourceText) {
    self.source = source
  }

  private static let bullets: [StaticString] = ["•", "‣", "⁃", "●", "◦", "∙", "▪", "·", "・"]

  /// The length of such a character at an offset, in bytes; nil for another one.
  static func length(at offset: Int, in bytes: [UInt8]) -> Int? {
    bullets.first { bytes.holds($0, at: offset) }?.utf8CodeUnitCount
  }

  /// Adds a line unless the character divides it, as between links.
  mutating func add(_ bullet: SourceRange, line: Int, in block: Block, isLink: Bool) {
    let rest = source[SourceRange(bullet.upperBound, source.line(line).upperBound)]
    guard !rest.utf8.isEmpty, !rest.contains(source[bullet]), !isAfterHardBreak(line, in: block) else { return }
    let added = Line(bullet: bullet, line: line, isLink: isLink)
    if let last = groups.last, last.block.range == block.range {
      groups[groups.count - 1].lines.append(added)
    } else {
      groups.append((block, [added]))
    }
  }

  private func isAfterHardBreak(_ line: Int, in block: Block) -> Bool {
    guard line > 0, source.line(line).lowerBound > block.range.lowerBound else { return false }
    let before = source[source.line(line - 1)]
    return before.hasSuffix("  ") || before.hasSuffix("\\") || before.lowercased().hasSuffix("<br>")
      || before.lowercased().hasSuffix("/>")
  }

  func markers() -> [GluedMarker] {
    groups.compactMap { block, lines in
      guard let first = lines.first, let last = lines.last, lines.count > 1 || first.isLink, !isNavigation(block, lines)
      else { return nil }
      let edits = lines.map { line in
        Edit(SourceRange(line.bullet.lowerBound, source.blanks(at: line.bullet.upperBound).upperBound), "- ")
      }
      let isCertain = lines.allSatisfy { $0.bullet.lowerBound - source.line($0.line).lowerBound < 4 }
      return GluedMarker(
        kind: .bullet(source[first.bullet]), marker: first.bullet,
        line: source.line(first.line).union(source.line(last.line)), edits: isCertain ? edits : [])
    }
  }

  /// Whether the lines go on with a row of links that begins without the character.
  private func isNavigation(_ block: Block, _ lines: [GluedBullets.Line]) -> Bool {
    let line = source.line(source.lineIndex(at: block.range.lowerBound))
    guard let first = lines.first, first.bullet.lowerBound > block.range.lowerBound,
      // Not in an item, which the line was to follow.
      source.blanks(at: line.lowerBound).upperBound == block.range.lowerBound
    else { return false }
    return block.inlines.allSatisfy { inline in
      inline.kind != .text || inline.text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
    }
  }
}
