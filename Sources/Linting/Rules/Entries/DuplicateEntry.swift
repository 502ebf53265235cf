import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let duplicateEntry = Rule(
    id: "duplicate-entry",
    summary: "List every page once.",
    details: """
      Two addresses are the same if they differ only in http or https, `www`, a final slash, tracking parameters or, \
      on GitHub, letter case and the form of a repository's front page. A duplicate in the same section is an error, \
      in another section or file a warning. Exempt are copies under News or Highlights, lists that repeat entries \
      throughout, and translations.
      """,
    rationale: "Readers who meet the same thing twice take the list for neglected.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    options: [.duplicates],
    aliases: ["double-link"],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n- [jq playground](↓http://www.jqlang.org/) - JSON processor to try out.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n- [jq playground](https://play.jqlang.org) - JSON processor to try out.\n"
    ),
    vectors: [
      .good("- [A](https://example.org/a) - Text.\n- [B](https://example.org/A) - Text.\n"),
      .good("- [A](https://example.org/a#x) - Text.\n- [B](https://example.org/a#y) - Text.\n"),
      .good("- [A](https://example.org/a) - See [B](https://example.org/b).\n- [B](https://example.org/b) - Text.\n"),
      .bad("- [A](https://example.org/a) - Text.\n- [B](↓http://www.example.org/a/) - Text.\n"),
      .bad("- [A](https://github.com/o/r) - Text.\n- [B](↓https://github.com/o/r?tab=readme-ov-file) - Text.\n"),
      .good("- [A](https://github.com/o) - Text.\n- [B](https://github.com/o?tab=readme-ov-file) - Text.\n"),
      .bad("- [A](https://github.com/O/R) - Text.\n- [B](↓https://github.com/o/r.git) - Text.\n"),
      .bad("- [A](https://github.com/o/r#readme) - Text.\n- [B](↓https://github.com/o/r/tree/main) - Text.\n"),
      .good(
        "| Need | Take |\n|---|---|\n| Text of all kinds | [A](https://example.org) |\n\n## X\n\n| A |\n|---|\n| [A](https://example.org) |\n"
      ),
      .bad("## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](↓https://example.org) - Text.\n"),
      .good(
        "## Latest additions\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](https://example.org) - Text.\n"),
      .bad(
        "## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](↓https://example.org/?utm_source=z) - Other.\n"),
    ]
  ) { context in
    let candidates = candidates(in: context)
    // Most lead where no other one does.
    let places = HashGroups(candidates.map { $0.hash }).repeated.map { Place(candidates[$0].position, context.index) }
    let groups = Dictionary(grouping: places.indices) { places[$0].key }.values.filter { $0.count > 1 }
    let copies = groups.reduce(0) {
      $0 + $1.dropFirst().count { [first = $1[0]] in isCopy(places[$0], of: places[first]) }
    }
    // One slip is none of a list's habits.
    let isHabit = copies >= 10 && copies * 50 >= candidates.count
    return elsewhere(candidates.map { $0.position }, context)
      + groups.flatMap { twins -> [Diagnostic] in
        // An entry that a comment exempts is never the first one; its own finding keeps the comment needed.
        let exempt = twins.filter { context.isSuppressed(places[$0].linkRange) }
        let exceptions = news(among: twins, places, context).union(exempt)
        let others = twins.filter { !exceptions.contains($0) }
        return others.dropFirst().filter { !isHabit || !isCopy(places[$0], of: places[others[0]]) }.map {
          diagnostic(places[$0], after: places[others[0]], context)
        }
          + exempt.map { diagnostic(places[$0], after: places[twins[0]], context) }
      }
  }

  /// Whether an entry was put into a second section word for word.
  private static func isCopy(_ place: Place, of first: Place) -> Bool {
    place.section != first.section && place.entry.title == first.entry.title
      && place.entry.description?.text == first.entry.description?.text
  }

  /// The copies of entries under news or highlights.
  private static func news(among twins: [Int], _ places: [Place], _ context: RuleContext) -> Set<Int> {
    let shown = Set(twins.filter { tellsNews(places[$0].section, context) })
    if shown.isEmpty { return [] }
    func words(_ index: Int) -> [String?] { [places[index].entry.title, places[index].entry.description?.text] }
    let elsewhere = Set(twins.filter { !shown.contains($0) }.map(words))
    return shown.filter { elsewhere.contains(words($0)) }
  }

  /// Whether a section is about news or highlights.
  private static func tellsNews(_ section: Int, _ context: RuleContext) -> Bool {
    section > 0
      && context.index.sections[section - 1].title.lowercased().split { !$0.isLetter }.contains {
        newsWords.contains(String($0))
      }
  }

  private static func diagnostic(_ place: Place, after first: Place, _ context: RuleContext) -> Diagnostic {
    let line = context.lineNumber(of: first.entry.range)
    let message = "duplicate of “\(first.entry.title)” on line \(line)"
    return context.diagnostic(
      message, at: place.addressRange,
      severity: first.section == place.section ? nil : .warning)
  }

  /// The entries that are in an earlier file of the run.
  private static func elsewhere(_ positions: [Int], _ context: RuleContext) -> [Diagnostic] {
    guard let register = context.environment.entries else { return [] }
    let places = positions.map { Place($0, context.index) }
    let firsts = places.map { place in
      place.address.flatMap { register.place(of: $0, before: context.environment.position) }
    }
    let shared = Dictionary(firsts.compactMap { $0.map { ($0.position, 1) } }, uniquingKeysWith: +)
    return zip(places, firsts).compactMap { place, first in
      // Most entries of a translation are in the original.
      guard let first, shared[first.position, default: 0] * 2 < places.count else { return nil }
      let message = "duplicate of “\(first.title)” in \(first.file), line \(first.line)"
      return context.diagnostic(message, at: place.addressRange, severity: .warning)
    }
  }

  private struct Place {
    let entry: Entry
    let section: Int

    init(_ position: Int, _ index: ListIndex) {
      entry = index.entries[position]
      section = index.sectionNumbers[position]
    }

    var address: String? { entry.url.flatMap(NormalizedURL.init)?.text }
    /// The key of the page; a table beside a list adds facts about the same things.
    var key: String { (entry.shape == .row ? "|" : "") + (address ?? "") }
    var linkRange: SourceRange { entry.link?.range ?? entry.range }
    var addressRange: SourceRange { entry.link?.destinationRange ?? linkRange }
  }

  /// Whether the row of a table is about something else, for which it recommends the thing.
  private static func isAdvice(_ entry: Entry, _ context: RuleContext) -> Bool {
    guard entry.shape == .row, let start = entry.link?.range.lowerBound, start > entry.range.lowerBound else {
      return false
    }
    let before = context.source[SourceRange(entry.range.lowerBound, start)]
    return before.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).count > 2
  }

  /// The positions of the entries that lead somewhere, each with the hash of what those that lead to the same page have in common.
  private static func candidates(in context: RuleContext) -> [(position: Int, hash: UInt64)] {
    let (outlines, entries) = (context.index.outlines, context.index.entries)
    let allowed = context.words(.duplicates)
    var candidates: [(position: Int, hash: UInt64)] = []
    candidates.reserveCapacity(entries.count)
    unsafe context.source.bytes.withUnsafeBufferPointer { bytes in
      for position in outlines.indices where outlines[position].leadsWithLink {
        let isRow = outlines[position].shape == .row
        if isRow, isAdvice(entries[position], context) { continue }
        let hash: UInt64?
        if let range = outlines[position].literalRange {
          let url = unsafe UnsafeBufferPointer(rebasing: bytes[range.range.clamped(to: bytes.indices)])
          hash = unsafe NormalizedURL.hash(of: url, seed: isRow ? 1 : 0)
        } else {
          var url = entries[position].url ?? ""
          hash = url.withUTF8 { unsafe NormalizedURL.hash(of: $0, seed: isRow ? 1 : 0) }
        }
        guard let hash, allowed.isEmpty || !isAllowed(entries[position], allowed) else { continue }
        candidates.append((position, hash))
      }
    }
    return candidates
  }

  /// Whether the settings allow an entry to be in the list more than once.
  private static func isAllowed(_ entry: Entry, _ allowed: Set<String>) -> Bool {
    allowed.contains(entry.title) || entry.url.map(allowed.contains) ?? false
  }

  private static let newsWords: Set<String> = [
    "latest", "new", "news", "recent", "recently", "highlights", "featured", "spotlight", "trending",
  ]
}
