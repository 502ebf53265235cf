import Diagnostics
import Rendering
import Source
import TextRepair

/// The notes about a rendered list.
struct RenderNotes {
  let name: String
  let list: RenderedList
  /// The text of the list before rendering.
  let source: SourceText

  /// The most lines of one kind.
  private static let limit = 20

  init(name: String, _ list: RenderedList, of source: SourceText) {
    self.name = name
    self.list = list
    self.source = source
  }

  /// Prints what was written.
  func printOutcome(_ change: FileChange) {
    let repaired = list.repairs.count(where: \.isApplicable)
    let damaged = list.repairs.count - repaired
    var sentence: String
    if change.isEmpty {
      sentence = "\(name) is up to date: \(counted(list.entryCount, "entry", "entries"))"
    } else if change.old == nil {
      sentence = "\(name) written: \(counted(list.entryCount, "entry", "entries"))"
    } else {
      let moved = list.movedAnchors.count
      let anchors = moved == 0 ? "no anchor moved" : "\(counted(moved, "anchor")) moved"
      sentence =
        "\(name) written: \(counted(change.changedLineCount, "line")) changed, \(anchors) (--diff previews changes)"
    }
    if repaired > 0 { sentence += "; \(counted(repaired, "damaged place")) repaired" }
    if damaged > 0 { sentence += "; \(damaged) not repaired, see `awesome lint`" }
    Console.note(sentence)
  }

  /// Prints that the file is out of date, and the command that writes it.
  func printStale(_ change: FileChange) {
    let command = SuggestedCommand("render").line
    Console.note("\(name) is stale (\(counted(change.changedLineCount, "line"))); run: \(command)")
  }

  /// Prints how the rendered list differs from the list in more than form.
  func printChanges() {
    printNotes(
      list.repairs.compactMap { repair in
        guard repair.isApplicable, let after = repair.after else { return nil }
        let line = source.location(of: repair.range.lowerBound).line
        return "line \(line) of the list: “\(repair.before.inert)” repaired to “\(after.inert)”"
      })
    printNotes(list.contentsChanges.map(Self.sentence))
    // All of them: the maintainer mends links from elsewhere with this list.
    for anchor in list.movedAnchors {
      Console.note("\(name): anchor moved: #\(anchor.old.inert) → #\(anchor.new.inert)")
    }
    printNotes(
      list.brokenFragments.map {
        "line \($0.line) of the list: no heading matches \($0.address.inert)"
      })
    printNotes(
      list.keptLines.map {
        "line \($0) of the list: kept as written, because another form would change its meaning"
      })
  }

  private static func sentence(_ change: ContentsNote) -> String {
    let text = change.text.inert
    return switch change.kind {
    case .added: "line \(change.line) of the list: section “\(text)” added to the contents list"
    case .mended: "line \(change.line) of the list: “\(text)” in the contents list now leads to \(change.address.inert)"
    case .takenOut:
      "line \(change.line) of the list: “\(text)” taken out of the contents list (\(change.address.inert))"
    case .kept: "line \(change.line) of the list: contents list kept as written, because its changes would lose a link"
    }
  }

  private func printNotes(_ notes: [String]) {
    for note in notes.prefix(Self.limit) { Console.note("\(name): \(note)") }
    if notes.count > Self.limit { Console.note("\(name): and \(notes.count - Self.limit) more") }
  }
}
