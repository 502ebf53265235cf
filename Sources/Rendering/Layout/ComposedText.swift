import Markdown
import Source

/// The text of a rendered list with the origin of each segment, like a source map.
struct ComposedText {
  struct Segment {
    enum Origin {
      /// A block with the same content.
      case block(Block)
      /// A run of entries in a new order or shape.
      case entries([Block])
      /// Text that is not in the source: the contents list, anchors, the header and footer.
      case added
    }

    let origin: Origin
    let range: SourceRange

    /// The blocks of the source.
    var blocks: [Block] {
      switch origin {
      case .block(let block): [block]
      case .entries(let blocks): blocks
      case .added: []
      }
    }
  }

  private(set) var bytes: [UInt8]
  private(set) var segments: [Segment]
  /// The range of the list, without the header and footer.
  private(set) var list: SourceRange

  /// The whole target file with this text in its region; this text itself where there is no region.
  func placed(in region: MarkedRegion?, of target: SourceText?) -> ComposedText {
    guard let region, let target else { return self }
    let before = target.bytes[..<region.range.lowerBound] + region.newline
    let distance = before.count
    return ComposedText(
      bytes: before + bytes + region.newline + target.bytes[region.range.upperBound...],
      segments: segments.map { Segment(origin: $0.origin, range: $0.range.moved(by: distance)) },
      list: list.moved(by: distance))
  }
}

extension SourceRange {
  fileprivate func moved(by distance: Int) -> SourceRange {
    SourceRange(lowerBound + distance, upperBound + distance)
  }
}
