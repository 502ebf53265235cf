import Markdown
import Source

/// Chooses bullets: hyphens, but of two lists that follow each other the second needs another mark to be a list of its own.
struct BulletSequence {
  private var previous: Character?

  /// Notes that something stands between the lists before and after.
  mutating func reset() {
    previous = nil
  }

  /// The bullet of the next block, whatever that is.
  mutating func bullet(of block: Block) -> Character {
    guard case .list(start: nil, isTight: _) = block.kind else {
      previous = nil
      return "-"
    }
    return addList()
  }

  /// The bullet of a list that is next.
  mutating func addList() -> Character {
    let bullet: Character = previous == "-" ? "*" : "-"
    previous = bullet
    return bullet
  }

  /// Notes a block that keeps its own bullets.
  mutating func pass(_ block: Block) {
    previous = nil
    guard case .list(start: nil, isTight: _) = block.kind else { return }
    previous = block.sourceText.bytes(in: block.range).first.map { Character(UnicodeScalar($0)) }
  }
}
