import Diagnostics
import Rendering
import Source
import TextRepair

/// What a person is told about a list that was rendered.
struct RenderNotes {
  let name: String
  let list: RenderedList
  /// The text of the list as it was.
  let source: SourceText

  /// The most lines about one matter.
  private static let limit = 20

  init(name: String, _ list: RenderedList, of source: SourceText) {
    self.name = name
    self.list = list
    self.source = source
  }

  /// Says that the list is where it belongs.
  func sayOutcome(isFresh: Bool) {
    let repaired = list.repairs.count(where: \.isApplicable)
    let damaged = list.repairs.count - repaired
    var sentence = "\(name): \(Counted.entries(list.entryCount).text), \(isFresh ? "already up to date" : "written")"
    if repaired > 0 { sentence += "; \(repaired) damaged \(repaired == 1 ? "place" : "places") repaired" }
    if damaged > 0 { sentence += "; \(damaged) not repaired, see awesome lint" }
    Console.note(sentence)
  }

  /// Says in what the rendered list is not what the list was.
  func sayChanges() {
    say(
      list.repairs.compactMap { repair in
        guard repair.isApplicable, let after = repair.after else { return nil }
        let line = source.location(of: repair.range.lowerBound).line
        return "line \(line) of the list: “\(repair.before.inert)” repaired to “\(after.inert)”"
      })
    // All of them: links from elsewhere are mended by this list.
    for anchor in list.movedAnchors {
      Console.note("\(name): anchor moved: #\(anchor.old.inert) → #\(anchor.new.inert)")
    }
    say(
      list.brokenFragments.map {
        "line \($0.line) of the list: \($0.address.inert) led nowhere before, and does so still"
      })
    say(
      list.keptLines.map {
        "line \($0) of the list: left as it is, because the canonical form would say something else"
      })
  }

  private func say(_ notes: [String]) {
    for note in notes.prefix(Self.limit) { Console.note("\(name): \(note)") }
    if notes.count > Self.limit { Console.note("\(name): and \(notes.count - Self.limit) more like it") }
  }
}
