import Markdown
import Source

/// Chooses bullets: the usual ones, or others where a list directly follows one with the usual ones and would join it.
struct BulletSequence {
  private let usual: Character
  private var previous: Character?

  init(usual: Character = "-") {
    self.usual = usual
  }

  /// Records that something separates the next list from the last one.
  mutating func reset() {
    previous = nil
  }

  /// The bullet of the next block, of any kind.
  mutating func bullet(of block: Block) -> Character {
    guard case .list(start: nil, isTight: _) = block.kind else {
      previous = nil
      return usual
    }
    return addList()
  }

  /// The bullet of the next list.
  mutating func addList() -> Character {
    let bullet: Character = previous != usual ? usual : usual == "-" ? "*" : "-"
    previous = bullet
    return bullet
  }

  /// Records a block that was written as it is in the source, as these bytes.
  mutating func skip(_ block: Block, _ bytes: [UInt8]) {
    previous = nil
    guard case .list(start: nil, isTight: _) = block.kind else { return }
    previous = bytes.first { !$0.isSpaceOrTab }.map { Character(UnicodeScalar($0)) }
  }
}
