import AwesomeList
import Markdown
import Rendering

/// How a list writes all of its emoji; there is none where it writes them in both ways, or has hardly any.
struct EmojiHabit: Sendable {
  let option: EmojiOption
  let count: Int

  /// How many it takes to call it a habit.
  private static let least = 3

  init?(_ list: List) {
    let texts = list.document.allInlines.filter { $0.kind == .text }.map(\.text)
    let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count(where: \.properties.isEmojiPresentation) }
    let names = texts.reduce(0) { $0 + $1.matches(of: /(?:^|[\s(]):[a-z][a-z0-9_+-]*:(?=$|[\s.,)])/).count }
    guard characters == 0 || names == 0, characters + names >= Self.least else { return nil }
    option = names == 0 ? .unicode : .shortcode
    count = characters + names
  }
}
