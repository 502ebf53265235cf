import AwesomeList
import Diagnostics
import Markdown
import Source

/// Applies fixes to a text, round by round, until nothing is left to fix.
///
/// After each round the new text is parsed, and must be the old one but for what the fixes declare. A safe fix that changes more is dropped;
/// its finding stays.
struct Fixing {
  private(set) var source: SourceText
  private(set) var fixCount = 0
  /// The rules of the fixes that were dropped.
  private(set) var droppedRules: [String] = []
  private var dropped: Set<Place> = []

  /// A finding by its place in the text, which stays while lines above come and go.
  private struct Place: Hashable {
    let rule: String
    let column: Int
    let line: ArraySlice<UInt8>

    init(_ diagnostic: Diagnostic, in source: SourceText) {
      let line = source.line(source.lineIndex(at: diagnostic.range.lowerBound))
      rule = diagnostic.rule
      column = diagnostic.range.lowerBound - line.lowerBound
      self.line = source.bytes(in: line)
    }
  }

  init(_ source: SourceText) {
    self.source = source
  }

  /// The findings whose fixes are to be applied.
  func pending(_ diagnostics: [Diagnostic], includingUnsafe: Bool) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      // What a note is about is for the maintainer to decide.
      guard diagnostic.severity > .note, let fix = diagnostic.fix, fix.isSafe || includingUnsafe else { return false }
      return !dropped.contains(Place(diagnostic, in: source))
    }
  }

  /// Applies fixes; those that overlap others wait for the next round.
  ///
  /// - Returns: whether anything changed.
  mutating func apply(_ pending: [Diagnostic], to document: Document) -> Bool {
    // Fixes that declare to change the structure would hide what others change.
    let quiet = pending.filter { $0.fix?.isSafe == true && $0.fix?.effects.contains(.structure) == false }
    let chosen = Self.disjoint(quiet.isEmpty ? pending : quiet)
    let kept = quiet.isEmpty ? chosen : proven(chosen, document)
    let bytes = kept.flatMap { $0.fix?.edits ?? [] }.applied(to: source.bytes).bytes
    // Fixes that change nothing leave nothing to do, unless others come to their turn.
    guard bytes != source.bytes else { return kept.count < chosen.count }
    fixCount += kept.count
    source = SourceText(utf8: bytes)
    return true
  }

  /// The fixes that change nothing but what they declare; the others are dropped.
  private mutating func proven(_ findings: [Diagnostic], _ document: Document) -> [Diagnostic] {
    if findings.isEmpty || holds(findings, document) { return findings }
    if findings.count == 1 {
      dropped.insert(Place(findings[0], in: source))
      droppedRules.append(findings[0].rule)
      return []
    }
    let middle = findings.count / 2
    let first = proven(Array(findings[..<middle]), document)
    let second = proven(Array(findings[middle...]), document)
    // Two halves that are right may be wrong together: then the second waits.
    return holds(first + second, document) ? first + second : first
  }

  private func holds(_ findings: [Diagnostic], _ document: Document) -> Bool {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    guard let fixed = try? List(SourceText(utf8: edits.applied(to: source.bytes).bytes)) else { return false }
    guard EditCheck(document, fixed.document, edits: edits).holds() else { return false }
    if findings.contains(where: { $0.fix?.effects.contains(.anchors) == true }) { return true }
    guard let old = try? List(source) else { return false }
    return old.headings.map(\.anchor) == fixed.headings.map(\.anchor)
  }

  /// The findings whose fixes do not clash, the first ones in the text winning.
  private static func disjoint(_ findings: [Diagnostic]) -> [Diagnostic] {
    var taken = DisjointRanges()
    return findings.filter { taken.insert(($0.fix?.edits ?? []).map(\.range)) }
  }
}
