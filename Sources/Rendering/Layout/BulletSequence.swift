import Markdown
import Source

/// Chooses bullets: hyphens, or asterisks where a list directly follows one with hyphens and would join it.
struct BulletSequence {
  private var previous: Character?

  /// Records that something separates the next list from the last one.
  mutating func reset() {
    previous = nil
  }

  /// The bullet of the next block, of any kind.
  mutating func bullet(of block: Block) -> Character {
    guard case .list(start: nil, isTight: _) = block.kind else {
      previous = nil
      return "-"
    }
    return addList()
  }

  /// The bullet of the next list.
  mutating func addList() -> Character {
    let bullet: Character = previous == "-" ? "*" : "-"
    previous = bullet
    return bullet
  }

  /// Skips a block that keeps its bullets.
  mutating func skip(_ block: Block) {
    previous = nil
    guard case .list(start: nil, isTight: _) = block.kind else { return }
    previous = block.sourceText.bytes(in: block.range).first.map { Character(UnicodeScalar($0)) }
  }
}
