import Markdown
import Source

/// The text of a rendered list, with what each part of it was made from.
struct Composition {
  /// A part of the text.
  struct Piece {
    enum Origin {
      /// A block that says what it said.
      case block(Block)
      /// A run of entries in another order or shape.
      case entries([Block])
      /// What the source does not have: the contents list, anchors, the header and footer.
      case added
    }

    let origin: Origin
    let range: SourceRange
  }

  private(set) var bytes: [UInt8]
  private(set) var pieces: [Piece]
  /// Where the list stands, without the header and footer.
  private(set) var list: SourceRange

  /// The same in the middle of a file.
  func placed(in region: MarkedRegion?, of target: SourceText?) -> Composition {
    guard let region, let target else { return self }
    let before = target.bytes[..<region.range.lowerBound] + region.lineEnd
    let distance = before.count
    return Composition(
      bytes: before + bytes + region.lineEnd + target.bytes[region.range.upperBound...],
      pieces: pieces.map { Piece(origin: $0.origin, range: $0.range.moved(by: distance)) },
      list: list.moved(by: distance))
  }
}

extension Composition.Piece {
  /// The blocks that the part was made from.
  var blocks: [Block] {
    switch origin {
    case .block(let block): [block]
    case .entries(let blocks): blocks
    case .added: []
    }
  }
}

extension SourceRange {
  fileprivate func moved(by distance: Int) -> SourceRange {
    SourceRange(lowerBound + distance, upperBound + distance)
  }
}
