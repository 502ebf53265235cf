import Markdown
import Source

/// What follows an item's link, as awesome-lint checks it.
struct ItemDescription {
  private let phrases: [MergedInline]
  private let first: MergedInline
  private let last: MergedInline
  /// The whole text.
  private let text: String

  /// Nil if nothing follows the link.
  init?(_ phrases: [MergedInline]) {
    guard let first = phrases.first, let last = phrases.last else { return nil }
    self.phrases = phrases
    self.first = first
    self.last = last
    text = phrases.map(\.text).joined()
  }

  /// The first thing that is wrong; nil where nothing is.
  var problem: (message: String, phrase: MergedInline)? {
    if isWithoutDescription { return nil }
    return isSeparated ? endProblem ?? contentProblem ?? casingProblem : separatorProblem
  }

  /// Whether there are only emoji, or one remark in brackets with them.
  private var isWithoutDescription: Bool {
    guard !text.begins(with: Self.separator) else { return false }
    let words = text.filter { !$0.isPictograph && !$0.isWhitespace }
    return words.isEmpty || (words.first == "(" && words.firstIndex(of: ")") == words.indices.last)
  }

  /// Whether the separator comes first, or there is nothing but text that ends in an emoji.
  private var isSeparated: Bool {
    first.isText && (first.text.begins(with: Self.separator) || phrases.count == 1 && Self.endsInEmoji(first.text))
  }

  /// What is wrong with another separator; nothing if a hyphen and a capital letter come later, as after badges.
  private var separatorProblem: (message: String, phrase: MergedInline)? {
    let start = first.text.unicodeScalars.prefix(3).map { $0.properties.isWhitespace ? " " : $0 }
    if first.isText, start == [" ", "-", " "] {
      return ("other characters than spaces around the hyphen; use spaces", first)
    }
    let mark = first.text.unicodeScalars.first { !$0.properties.isWhitespace }
    if let mark, "–—/".unicodeScalars.contains(mark) { return ("separator “\(mark)”; write “ - ”", first) }
    let bytes = Array(text.utf8)
    let isLate = bytes.indices.dropLast(3).contains { index in
      bytes[index...].starts(with: Self.separator.utf8) && (0x41...0x5A).contains(bytes[index + 3])
    }
    return isLate ? nil : ("no separator; write “ - ” between link and description", first)
  }

  private var endProblem: (message: String, phrase: MergedInline)? {
    let problem = ("no punctuation at the end of the description; add a full stop", last)
    guard [.text, .emphasis, .strong, .link, .image, .html].contains(last.kind), !last.isReference else {
      return problem
    }
    return last.isText && !isEnded ? problem : nil
  }

  /// Whether the text ends in a mark, perhaps in quotes; or after one in a bracket or an emoji.
  private var isEnded: Bool {
    var rest = text[...]
    if let quote = rest.last, "\"”".contains(quote) { rest.removeLast() }
    if let mark = rest.last, Self.marks.contains(mark) {
      if rest.endIndex < text.endIndex { return true }
      while let last = rest.last, Self.marks.contains(last) { rest.removeLast() }
      guard let quote = rest.last, "\"”".contains(quote) else { return true }
      return rest.dropLast().last.map { !Self.marks.contains($0) } ?? true
    }
    if !text.contains(where: Self.marks.contains) {
      // A word and an emoji need no full stop.
      let words = Self.words(of: text[...])
      guard words.count <= 2, let word = words.last, Self.endsInEmoji(word) else { return false }
    }
    return last.text.unicodeScalars.last { !$0.properties.isWhitespace } == ")" || Self.endsInEmoji(last.text)
  }

  private var contentProblem: (message: String, phrase: MergedInline)? {
    guard phrases.count > 1 else { return nil }
    if let image = phrases.first(where: { $0.kind == .image && $0.isReference }) {
      return ("image by reference in the description; write its address here", image)
    }
    let wrong = phrases.first { $0.kind == .strikethrough || $0.kind == .lineBreak }
    return wrong.map { ("strikethrough or line break in the description; remove it", $0) }
  }

  private var casingProblem: (message: String, phrase: MergedInline)? {
    let body = first.text.unicodeScalars.dropFirst(3)
    guard phrases.count == 1 || !body.isEmpty else { return nil }
    guard let word = Self.words(of: Substring(body)).first else {
      return ("no word at the start of the description; begin it with one", first)
    }
    let mark = body.first { !$0.properties.isWhitespace }
    if let mark, "/@#$~&%".unicodeScalars.contains(mark) { return nil }
    let isExempt = word == "npm" || word.contains { $0.isNumber || $0.isUppercase } || body.first == "'"
    guard !isExempt, Self.hasKnownCase(word), word.contains(where: \.isLowercase) else { return nil }
    return ("lower case at the start of the description; write a capital letter", first)
  }

  /// Whether a word begins with a Latin letter or has a Greek or Cyrillic one: awesome-lint knows no case of other scripts.
  private static func hasKnownCase(_ word: Substring) -> Bool {
    word.unicodeScalars.first?.isLatin == true || word.unicodeScalars.contains { $0.isGreek || $0.isCyrillic }
  }

  private static func words(of text: Substring) -> [Substring] {
    text.unicodeScalars.split { "- ;./'".unicodeScalars.contains($0) }.map { Substring($0) }
  }

  private static func endsInEmoji(_ text: some StringProtocol) -> Bool {
    text.last?.isPictograph ?? false
  }

  private static let separator = " - "
  private static let marks: Set<Character> = [".", "!", "?", "…"]
}

extension Unicode.Scalar {
  /// Whether the name of the character begins with that of a script.
  var isLatin: Bool { properties.name?.begins(with: "LATIN ") ?? false }
  fileprivate var isGreek: Bool { properties.name?.begins(with: "GREEK ") ?? false }
  fileprivate var isCyrillic: Bool { properties.name?.begins(with: "CYRILLIC ") ?? false }
}
