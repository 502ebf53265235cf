import TestSupport

/// Writes the parts of one generated list in its style: bullets, indentation and full stops.
///
/// The frequencies are those of the lists that `ListShape` counts.
struct ListWriter {
  private(set) var random: SeededRandom
  let bullet: String
  private let indentation: String
  /// The percentage of descriptions with a full stop.
  private let stops: Int
  private(set) var definitions = "[OSS Icon]: https://e.net/oss.svg\n[Freeware Icon]: https://e.net/free.svg\n"
  private var addresses: [String] = []
  /// The words of the current section.
  private var words = Words.english

  init(_ random: SeededRandom) {
    var random = random
    bullet = random.chance(67) ? "* " : "- "
    indentation = random.chance(50) ? "  " : "    "
    stops = random.chance(60) ? 85 : 10
    self.random = random
  }

  mutating func number(_ limit: Int) -> Int { Int.random(in: 1...limit, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { random.chance(percent) }

  private mutating func pick(_ words: [String]) -> String { words[Int.random(in: words.indices, using: &random)] }

  // MARK: Text

  mutating func emoji() -> String { pick(Words.emoji) }

  mutating func slug() -> String { pick(Words.syllables) + pick(Words.syllables) + "\(number(99))" }

  mutating func name() -> String {
    let separator = chance(50) ? " " : ""
    return (0...number(2)).map { _ in pick(Words.syllables).capitalizedFirst }.joined(separator: separator)
  }

  /// The heading of the next section: 1 section in 7 is in Chinese or Japanese, 1 heading in 5 has an emoji.
  mutating func heading() -> String {
    words = chance(14) ? Words.chinese : Words.english
    return (chance(20) ? emoji() + " " : "") + text(number(3), of: words).capitalizedFirst
  }

  /// A description, 65 bytes in the median; 1 in 8 has a link, 1 in 20 starts in lowercase, 1 in 100 has a wrong name.
  mutating func description() -> String {
    let pool = number(1000) == 1 ? Words.russian : words
    let text = text(3 + min(number(18), number(18)), of: pool)
    let more = chance(12) ? " by \(link())" : chance(4) ? " `\(pick(Words.syllables))`" : ""
    let end = chance(stops) ? words == Words.chinese ? "。" : "." : ""
    return (chance(1) ? "Github " : "") + (chance(95) ? text.capitalizedFirst : text) + more + end
  }

  mutating func paragraph() -> String {
    (0..<number(4)).map { _ in description() + " " + description() }.joined(separator: "\n")
  }

  private mutating func text(_ count: Int, of words: [String]) -> String {
    (0..<count).map { _ in pick(words) }.joined(separator: words == Words.chinese ? "" : " ")
  }

  // MARK: Links

  /// An address: 7 in 10 are repositories on GitHub, 1 in 25 has no TLS, 1 in 50 is a duplicate.
  mutating func address() -> String {
    if chance(2), let old = addresses.randomElement(using: &random) { return old }
    let host = chance(71) ? "github.com/\(slug())" : "\(slug()).\(pick(Words.domains))"
    let address = "\(chance(4) ? "http" : "https")://\(host)/\(slug())"
    addresses.append(address)
    return address
  }

  mutating func link() -> String { "[\(name())](\(address()))" }

  mutating func anchor() -> String { "<a href=\"\(address())\">\(name())</a>" }

  mutating func reference() -> String {
    let label = slug()
    definitions += "[\(label)]: \(address())\n"
    return "[\(name())][\(label)]"
  }

  mutating func icons() -> String { " [![Open-Source Software][OSS Icon]](\(address())) ![Freeware][Freeware Icon]" }

  mutating func buildBadge() -> String {
    let address = address()
    return " [![build badge](\(address)/actions/workflows/ci.yml/badge.svg)](\(address)/actions)"
  }

  // MARK: Blocks

  mutating func children() -> String {
    (0..<number(3)).map { _ in "\n\(indentation)\(bullet)\(link()) - \(description())" }.joined()
  }

  mutating func notes() -> String {
    let start = "\n\(indentation)\(bullet)"
    return
      "\(start)<a href='\(address()).jpg'>`Screenshot`</a>\(start)`\(2000 + number(26))` `swift`\(start)☆`\(number(3000))`"
  }

  mutating func details() -> String {
    let summary = "\(anchor()) - \(description()) <code>\(slug())</code>"
    let quote = (0..<number(2)).map { _ in "> \(description()) \(description())\n" }
    return "<details>\n<summary>\(summary)</summary>\n\n\(quote.joined())</details>"
  }

  mutating func table() -> String {
    let rows = (0..<8).map { _ in "<tr><td>\(anchor())</td><td>\(description())</td></tr>\n" }
    return "<table>\n\(rows.joined())</table>"
  }

  mutating func pictures() -> String {
    let pictures = (0..<2).map { _ in
      "  <a href=\"\(address())\" title=\"\(name())\"><img alt=\"\(name())\" height=\"52\" src=\"\(address()).png\"></a>\n"
    }
    return "<p align=\"center\">\n\(pictures.joined())</p>"
  }
}

extension SeededRandom {
  fileprivate mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
