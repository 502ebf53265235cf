import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let entryForm = Rule(
    id: "entry-form",
    summary: "Write all entries of a section in the same form.",
    details: "The form of at least two thirds of the entries is the usual one.",
    rationale: "Readers take another form for another kind of entry, and look for the difference.",
    fix: "`--fix` moves a description of one line, and replaces a number with a bullet.",
    presets: [.awesome: .warning, .strict: .warning],
    options: [.separator],
    aliases: ["awesome-list-item"],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n- ↓[yq](https://github.com/mikefarah/yq)\n\n  > YAML processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n- [yq](https://github.com/mikefarah/yq) - YAML processor.\n"
    ),
    vectors: [
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b)\n"),
      .good("- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n"),
      .good("1. [A](https://example.org) - Text.\n2. [B](https://example.org/b) - Text.\n"),
      .good(
        "<details><summary><a href=\"https://example.org\">A</a> - Text.</summary>\n</details>\n<details><summary>More</summary>\n\n- [B](https://example.org/b) - Text.\n- [C](https://example.org/c) - Text.\n</details>\n"
      ),
      .bad(
        "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n- ↓[C](https://example.org/c)\n\n  > Text.\n",
        fixed:
          "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n- [C](https://example.org/c) - Text.\n"
      ),
      .bad(
        "- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n- ↓[C](https://example.org/c) - Text.\n",
        fixed:
          "- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n- [C](https://example.org/c)\n> Text.\n"
      ),
      .bad(
        "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n\n1. ↓[C](https://example.org/c) - Text.\n",
        fixed:
          "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n\n- [C](https://example.org/c) - Text.\n"
      ),
    ]
  ) { context in
    let outlines = context.index.outlines
    let mixed = context.index.siblings.filter { isMixed($0, outlines, context.source) }
    return mixed.flatMap { positions -> [Diagnostic] in
      let entries = positions.map { context.index.entries[$0] }
      // A link on a line of its own belongs to a record of several lines, whose fields have their own places.
      let described = entries.filter { $0.description != nil && linkIsOnFirstLine($0, context.source) }
      return groups(of: described).flatMap { misplaced($0, context) } + mismarked(entries, context)
    }
  }

  private static func linkIsOnFirstLine(_ entry: Entry, _ source: SourceText) -> Bool {
    guard let link = entry.link, link.range.lowerBound >= entry.range.lowerBound else { return false }
    return entry.shape == .heading || entry.shape == .details
      || source.isOnOneLine(SourceRange(entry.range.lowerBound, link.range.lowerBound))
  }

  /// The entries, or those in `details` and those after them: a list of more projects there is of another form on purpose.
  private static func groups(of entries: [Entry]) -> [[Entry]] {
    let count = entries.prefix { $0.shape == .details }.count
    let others = entries.dropFirst(count)
    return count > 0 && others.allSatisfy { $0.shape != .details }
      ? [Array(entries.prefix(count)), Array(others)] : [entries]
  }

  /// Whether entries differ in shape or marker, which most do not.
  private static func isMixed(_ positions: [Int], _ outlines: [EntryOutline], _ source: SourceText) -> Bool {
    guard let first = positions.first.map({ outlines[$0] }) else { return false }
    let marker = marker(at: first.range, source)
    return positions.contains {
      outlines[$0].shape != first.shape || Self.marker(at: outlines[$0].range, source) != marker
    }
  }

  /// The entries with their description in another place than most.
  private static func misplaced(_ entries: [Entry], _ context: RuleContext) -> [Diagnostic] {
    // A few entries make no form.
    let least = context.followsConventions ? 6 : 0
    return outsiders(entries.count < least ? [] : entries, by: form).compactMap { entry, usual, model in
      guard let link = entry.link else { return nil }
      let message = "description \(form(of: entry)); put it \(usual), as in the other entries of the section"
      return context.diagnostic(message, at: link.range, fix: moving(entry, like: model, context))
    }
  }

  /// The entries with a bullet among numbered ones, or the reverse.
  private static func mismarked(_ entries: [Entry], _ context: RuleContext) -> [Diagnostic] {
    let marked = entries.filter { $0.hasLink && marker(at: $0.range, context.source) != nil }
    return outsiders(marked, by: { marker(at: $0.range, context.source) ?? "" }).compactMap { entry, usual, _ in
      guard let link = entry.link, let own = marker(at: entry.range, context.source) else { return nil }
      let place = SourceRange(entry.range.lowerBound, entry.contentStart(in: context.source))
      let isSimple = usual == bullet && context.source.isOnOneLine(entry.range)
      return context.diagnostic(
        "entry with \(own); use \(usual), as in the other entries of the section", at: link.range,
        fix: isSimple ? .safe(Edit(place, "- "), effects: .structure) : nil)
    }
  }

  /// The entries that are of another kind than two thirds of them, each with the kind of these and one of them.
  private static func outsiders(
    _ entries: [Entry], by kind: (Entry) -> String
  ) -> [(entry: Entry, usual: String, model: Entry)] {
    let groups = Dictionary(grouping: entries, by: kind)
    guard groups.count > 1, let most = groups.max(by: { $0.value.count < $1.value.count }),
      let model = most.value.first, most.value.count * 3 >= entries.count * 2
    else { return [] }
    return groups.filter { $0.key != most.key }.values.joined().map { ($0, most.key, model) }
  }

  /// The edit that puts a description of one line where a model has its own; nil for longer ones.
  private static func moving(_ entry: Entry, like model: Entry, _ context: RuleContext) -> Fix? {
    let wanted = form(of: model)
    guard let link = entry.link, let description = entry.description, entry.children.isEmpty,
      [form(of: entry), wanted].allSatisfy({ $0 == behind || $0 == quoted }),
      entry.range.upperBound <= description.range.upperBound,
      link.range.upperBound < description.range.lowerBound,
      context.source.isOnOneLine(description.range)
    else { return nil }
    let gap = SourceRange(link.range.upperBound, description.range.lowerBound)
    let separator = context.separator
    guard
      context.source[gap].unicodeScalars.allSatisfy({
        $0.isWhitespace || $0 == ">" || separator.unicodeScalars.contains($0)
      })
    else { return nil }
    guard wanted == quoted else { return .safe(Edit(gap, separator), effects: .structure) }
    guard let above = model.link, let below = model.description, above.range.upperBound < below.range.lowerBound else {
      return nil
    }
    let text = context.source[SourceRange(above.range.upperBound, below.range.lowerBound)]
    return text.unicodeScalars.allSatisfy { $0.isWhitespace || $0 == ">" }
      ? .safe(Edit(gap, text), effects: .structure) : nil
  }

  private static let behind = "after the link"
  private static let quoted = "in a quote"
  private static let bullet = "a bullet"

  private static func form(of entry: Entry) -> String {
    switch entry.shape {
    case .quote: quoted
    case .details: "in <details>"
    case .row: "in a table"
    case .heading: "below a heading"
    case .paragraph: "in a paragraph"
    case .dash, .enDash, .emDash, .colon, .text, .label, .link, .group, .line, .html: behind
    }
  }

  /// The kind of marker of an item; nil for another form of entry.
  private static func marker(at range: SourceRange, _ source: SourceText) -> String? {
    guard !range.isEmpty, range.lowerBound < source.bytes.count else { return nil }
    switch source.bytes[range.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return bullet
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return "a number"
    default: return nil
    }
  }
}

extension SourceText {
  /// Whether there is no newline in a range.
  fileprivate func isOnOneLine(_ range: SourceRange) -> Bool {
    !bytes(in: range).contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }
}
