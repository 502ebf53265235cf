import TestSupport

/// Makes texts that nobody writes from texts that people wrote.
struct Mutator {
  private var random: SeededRandom
  private let texts: [[UInt8]]

  /// Pieces that mean something to one of the parsers, or to somebody who attacks one.
  private static let tokens: [[UInt8]] =
    ([
      "[", "]", "(", ")", "](", "![", "[x]: ", "[^1]", "[^1]: ", "<", ">", "</", "<!--", "-->", "<a href='x'>", "</a>",
      "<details><summary>", "</summary>", "</details>", "<ul><li>", "<table><tr><td>", "<h1>", "<script>", "<?",
      "<![CDATA[",
      "|", "\n|-|-|\n", "`", "```\n", "~~~", "*", "**", "_", "~~", "\\", "&amp;", "&#0;", "&#x110000;", "# ", "\n---\n",
      "\n===\n", "- ", "  - ", "1. ", "> ", "\t", "    ", "\r", "\r\n", "\n\n", "https://", "www.", "a@b.c", "#",
      "#readme",
      "<!-- awesome:list -->", "<!-- /awesome:list -->", "<!-- awesome-disable -->", "<!--lint ignore-->",
      "---\na: b\n---\n",
      "\u{0}", "\u{FEFF}", "\u{FFFD}", "\u{200D}", "\u{FE0F}", "\u{202E}", "\u{A0}", "e\u{301}", "📖", "⚒️", "ðŸ“–",
      "âš’ï¸", "â€“",
      "ÃƒÂ©", "Ã©", "http://[::1]/", "javascript:x", "%C3%A2", "<<<<<<< a\n", ":smile:",
      "- [x](https://x.example) - Y.\n",
    ] as [String]).map { Array($0.utf8) } + [[0xFF], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

  init(_ texts: [[UInt8]], seed: UInt64) {
    self.texts = texts
    random = SeededRandom(seed: seed)
  }

  /// A part of one text, changed in a few places.
  mutating func next() -> [UInt8] {
    var bytes = piece(of: 4_000)
    for _ in 0..<Int.random(in: 1...8, using: &random) { change(&bytes) }
    return bytes
  }

  private mutating func piece(of limit: Int) -> [UInt8] {
    guard let text = texts.randomElement(using: &random), !text.isEmpty else { return [] }
    let start = Int.random(in: 0..<text.count, using: &random)
    return Array(text[start...].prefix(Int.random(in: 0...limit, using: &random)))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...60, using: &random))
    let token = Self.tokens.randomElement(using: &random) ?? []
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2: bytes.insert(contentsOf: piece(of: 200), at: start)
    case 3: if start < end { bytes[start] = UInt8.random(in: 0...255, using: &random) }
    case 4:
      let count = Int.random(in: 2...40, using: &random)
      bytes.insert(contentsOf: Array(repeatElement(token, count: count).joined()), at: start)
    default: bytes.insert(contentsOf: token, at: start)
    }
  }
}
