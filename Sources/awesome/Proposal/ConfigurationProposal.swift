import AwesomeList
import Diagnostics
import Linting
import Markdown
import Rendering
import Source

/// What a configuration can set so that a list's own forms become its rules.
struct ConfigurationProposal: Sendable {
  /// Whether the list keeps nearly all guidelines, so that the preset `strict` fits it.
  let isStrict: Bool
  /// The number of findings with the preset `strict`.
  let strictCount: Int
  let separator: String
  /// Names in lower case that several descriptions begin with.
  let words: [String]
  /// The rules that a fifth of the entries or more break, with the number of their findings.
  let brokenRules: [(id: String, count: Int)]
  /// The guidelines that a list for which `strict` is proposed does not keep yet, with the number of their findings.
  let pendingRules: [(id: String, count: Int)]
  /// The rules that a few entries break, which stay on, with the number of their findings and of those that safe fixes mend.
  let openRules: [(id: String, count: Int, fixable: Int)]
  /// The rules that are off by default and without a finding here.
  let keptRules: [String]
  /// How many entries there are in each shape, the most frequent one first.
  let shapes: [(shape: EntryShape, count: Int)]
  let emoji: EmojiConvention?
  let entryCount: Int
  let sectionCount: Int
  /// The number of findings without a configuration.
  let findingsBefore: Int

  /// Rules that no convention breaks: what they find is wrong.
  private static let certain = Set(Rule.all.filter { $0.presets[.minimal] != nil }.map(\.id))
  /// The rules that are off by default but that many lists follow, each with the least number of entries to tell.
  private static let optional = [("order", 20)]

  /// The most findings with the preset `strict` for which it is proposed.
  private static let strictLimit = 5

  /// Looks at a list in its surroundings.
  init(_ list: List, in environment: ListEnvironment) {
    entryCount = list.entries.count
    sectionCount = list.allSections.count
    shapes = Self.shapes(list)
    emoji = EmojiConvention(list)
    // Every look at the list needs the same index.
    let indexed = IndexedList(list)
    let before = Linter().lint(indexed, in: environment)
    findingsBefore = before.count
    var options = RuleOptions()
    separator = Self.separator(indexed)
    options[.separator] = .text(separator)
    words = Self.words(indexed, options)
    options[.words] = .words(Set(words))
    let found = Linter(preset: .strict, options: options).lint(indexed, in: environment)
    strictCount = found.count
    isStrict = found.count <= Self.strictLimit
    let counts = Dictionary(found.map { ($0.rule, 1) }, uniquingKeysWith: +)
    let least = max(3, entryCount / 5)
    brokenRules = counts.filter { id, count in
      count >= least && !Self.certain.contains(id) && Rule.named(id)?.presets[.awesome] != nil
    }
    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    let (isStrict, broken) = (isStrict, Set(brokenRules.map(\.id)))
    pendingRules = counts.filter { id, _ in
      let presets = Rule.named(id)?.presets ?? [:]
      return isStrict && !broken.contains(id) && presets[.strict] == .error && presets[.awesome] != .error
    }
    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let named = broken.union(pendingRules.map(\.id))
    let open = Dictionary(grouping: before, by: \.rule).filter { !named.contains($0.key) }
    openRules = open.map { id, findings in (id, findings.count, findings.count { $0.fix?.isSafe == true }) }
      .sorted { $0.count == $1.count ? $0.id < $1.id : $0.count > $1.count }
    let count = entryCount
    keptRules = Self.optional.filter { id, least in
      count >= least && Self.lint(indexed, only: id, options).isEmpty
    }.map(\.0)
  }

  /// The separator with the fewest exceptions; a hyphen if several are equal.
  private static func separator(_ indexed: IndexedList) -> String {
    guard case .choice(let separators) = RuleOption.separator.kind else { return "-" }
    let counts = separators.map { separator in
      var options = RuleOptions()
      options[.separator] = .text(separator)
      return (separator, lint(indexed, only: "entry-separator", options).count)
    }
    return counts.min { $0.1 < $1.1 }?.0 ?? "-"
  }

  private static func words(_ indexed: IndexedList, _ options: RuleOptions) -> [String] {
    let list = indexed.list
    let source = list.document.source
    let first = lint(indexed, only: "description-case", options).map { source[$0.range] }
    let counts = Dictionary(first.map { ($0, 1) }, uniquingKeysWith: +)
    // Where many descriptions begin in lower case, that is the convention, and the words are common ones.
    guard first.count * 20 < list.entries.count else { return [] }
    // A word that also begins descriptions with a capital letter is not a name in lower case.
    let capitalized = Set(
      list.entries.compactMap { $0.description?.text.prefix { $0.isLetter || $0.isNumber } }
        .filter { $0.first?.isUppercase == true }.map { $0.lowercased() })
    return counts.filter { $0.value > 2 && !capitalized.contains($0.key.lowercased()) }.keys.sorted()
  }

  private static func lint(_ list: IndexedList, only id: String, _ options: RuleOptions) -> [Diagnostic] {
    Linter(rules: Rule.all.filter { $0.id == id }, severities: [id: .warning], options: options).lint(list)
  }

  private static func shapes(_ list: List) -> [(EntryShape, Int)] {
    let counts = Dictionary(list.entries.map { ($0.shape, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { ($0.key, $0.value) }
  }
}

/// The form of all emoji of a list; nil if it has both forms, or hardly any emoji.
struct EmojiConvention: Sendable {
  let option: RenderOptions.Emoji
  let count: Int

  /// The least number of emoji for a convention.
  private static let least = 3

  init?(_ list: List) {
    let source = list.document.source
    let texts = list.document.locatedInlines.lazy.filter { $0.kind == .text }.map { source.bytes(in: $0.range) }
    let characters = texts.reduce(0) { $0 + Self.characters(in: $1) }
    let names = texts.reduce(0) { $0 + Self.shortcodes(in: $1) }
    guard characters == 0 || names == 0, characters + names >= Self.least else { return nil }
    option = names == 0 ? .unicode : .shortcode
    count = characters + names
  }

  private static func characters(in text: ArraySlice<UInt8>) -> Int {
    // Emoji are not of ASCII.
    guard text.contains(where: { $0 >= 0x80 }) else { return 0 }
    return String(decoding: text, as: UTF8.self).unicodeScalars.count(where: \.properties.isEmojiPresentation)
  }

  /// The number of names such as `:rocket:` that stand alone.
  private static func shortcodes(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: ":")) {
      let name = text[(start + 1)...].prefix {
        $0.isASCIILowercase || $0.isASCIIDigit || "_+-".utf8.contains($0)
      }
      rest = text[max(start + 1, name.endIndex)...]
      guard name.first?.isASCIILowercase == true, rest.first == UInt8(ascii: ":") else { continue }
      let isOpen = start == text.startIndex || text[start - 1].isASCIIWhitespace || text[start - 1] == UInt8(ascii: "(")
      let next = rest.dropFirst().first
      let isClosed = next.map { $0.isASCIIWhitespace || ".,)".utf8.contains($0) } ?? true
      if isOpen, isClosed { count += 1 }
    }
    return count
  }
}
