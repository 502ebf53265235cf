import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noRepeatItemInDescription = Rule(
    id: "no-repeat-item-in-description",
    summary: "Do not begin a description with the item's name (awesome-lint).",
    rationale: """
      For lists that must pass awesome-lint. `description-name` accepts a longer name that begins with the item's.
      """,
    presets: [.awesomeLint: .error],
    example: .pair(
      "- ↓[Redis](https://redis.io) - Redis client.\n",
      "- [Redis](https://redis.io) - Key-value store.\n"),
    vectors: [
      .good("- [A](https://example.org) - Text.\n- [Go](https://example.org/g) - Golang.\n"),
      .bad("- ↓[Redis](https://example.org) - redis client.\n"),
      .bad("- [![B](https://example.org/b.svg)](https://example.org/b) ↓[A b](https://example.org) *new* - A b.\n"),
    ]
  ) { context in
    context.index.kinds.items.compactMap { item in
      guard let paragraph = item.children.first(where: { $0.kind == .paragraph }) else { return nil }
      let phrases = paragraph.phrases
      guard let index = phrases.indices.first(where: { isName($0, in: phrases) }), !phrases[index].text.isEmpty,
        let description = description(behind: phrases[(index + 1)...])?.lowercased()
      else { return nil }
      let name = phrases[index].text
      guard let rest = description.removing(prefix: name.lowercased()) else { return nil }
      let next = rest.unicodeScalars.first
      guard next.map({ $0.isWhitespace || ".,!?:-".unicodeScalars.contains($0) }) ?? true else { return nil }
      return context.diagnostic("name repeated in the description; begin with another word", at: phrases[index].range)
    }
  }

  /// Whether a phrase is a link that contains no image, and that no other link follows.
  private static func isName(_ index: Int, in phrases: [MergedInline]) -> Bool {
    guard phrases[index].isLink, !phrases[index].isReference else { return false }
    let next = phrases[(index + 1)...].first { !$0.isText || !$0.text.isBlank }
    let isBeforeLink = next.map { $0.isLink && !$0.isReference } ?? false
    return !isBeforeLink && !phrases[index].children.contains { $0.kind == .image }
  }

  /// The text after ` - `, before which only emphasis and code may be; nil where there is none.
  private static func description(behind phrases: ArraySlice<MergedInline>) -> Substring? {
    for (index, phrase) in zip(phrases.indices, phrases) {
      if phrase.isText, let separator = phrase.text.place(of: " - ") {
        let text = phrase.text[separator.upperBound...] + phrases[(index + 1)...].map(\.text).joined()
        return text.drop(while: \.isWhitespace)
      }
      let isBlank = phrase.isText && phrase.text.isBlank
      guard isBlank || [.emphasis, .strong, .code].contains(phrase.kind) else { return nil }
    }
    return nil
  }
}
