import AwesomeList
import Markdown
import Source

/// A list whose contents lists name the sections that they cover.
struct ContentsEdit {
  private(set) var list: List
  private(set) var notes: [ContentsNote] = []
  private let depth: Int?
  /// The changes that the contents lists of the list as it is now need.
  private var revisions: [ContentsRevision]
  /// The lines of the headings, by their anchors.
  private let lines: [String: Int]

  /// Edits the contents lists; one that would lose something stays as it is.
  init(_ list: List, depth: Int?) throws(RenderingError) {
    self.list = list
    self.depth = depth
    let source = list.document.source
    revisions = list.contentsRevisions(depth: depth)
    lines =
      revisions.allSatisfy(\.changes.isEmpty)
      ? [:]
      : Dictionary(
        list.headings.map { ($0.anchor, source.location(of: $0.range.lowerBound).line) },
        uniquingKeysWith: { first, _ in first })
    // An edit moves what follows it, so the last contents list is edited first.
    for index in revisions.indices.reversed() where !revisions[index].changes.isEmpty {
      // What is taken out may be where something is added.
      try edit(index) { $0.kind != .added }
      try edit(index) { $0.kind == .added }
    }
    notes.sort { $0.line < $1.line }
  }

  /// Makes some changes of a contents list.
  private mutating func edit(_ index: Int, _ isMade: (ContentsChange) -> Bool) throws(RenderingError) {
    guard revisions.indices.contains(index), !revisions[index].contents.isManaged else { return }
    let revision = revisions[index]
    let changes = revision.changes.filter { $0.isPossible && isMade($0) }
    if changes.isEmpty { return }
    let source = list.document.source
    let (bytes, isComplete) = revision.edits(of: changes).applied(to: source.bytes)
    let edited = try Renderer.list(SourceText(utf8: bytes))
    if isComplete, ContentsProof(from: list, to: edited, revision, changes, index: index).holds {
      notes += changes.map { note($0, in: source) }
      list = edited
      revisions = edited.contentsRevisions(depth: depth)
    } else {
      let line = source.location(of: revision.contents.blocks[0].range.lowerBound).line
      notes.append(ContentsNote(kind: .kept, text: "", address: "", line: line))
    }
  }

  private func note(_ change: ContentsChange, in source: SourceText) -> ContentsNote {
    let kind: ContentsNote.Kind =
      switch change.kind {
      case .added: .added
      case .mended, .linked: .mended
      case .takenOut: .takenOut
      }
    let heading = change.kind == .added ? change.section.flatMap { lines[$0.anchor] } : nil
    let line = heading ?? source.location(of: change.place.lowerBound).line
    return ContentsNote(kind: kind, text: change.text, address: change.address, line: line)
  }
}

/// A change of a contents list, for people.
public struct ContentsNote: Hashable, Sendable {
  public enum Kind: Sendable {
    case added, mended, takenOut
    /// The contents list stays as it is, because the changes would lose something.
    case kept
  }

  public let kind: Kind
  /// The item's text.
  public let text: String
  /// The address that the item gets, or had.
  public let address: String
  /// The line of the item, or of the heading of an added section, from 1.
  public let line: Int
}
