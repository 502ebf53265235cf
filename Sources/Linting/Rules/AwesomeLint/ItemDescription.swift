import Markdown

/// What follow an item's link, as awesome-lint checks it.
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
    return separatorProblem ?? endProblem ?? contentProblem ?? casingProblem
  }

  /// Whether there are only emoji, or one remark in brackets with them.
  private var isWithoutDescription: Bool {
    guard !text.hasPrefix(" - ") else { return false }
    let words = text.filter { !$0.isPictograph && !$0.isWhitespace }
    return words.isEmpty || (words.first == "(" && words.firstIndex(of: ")") == words.indices.last)
  }

  private var separatorProblem: (message: String, phrase: MergedInline)? {
    if first.isText, first.text.hasPrefix(" - ") { return nil }
    let mark = first.text.drop { $0.isWhitespace }
    if first.isText, mark.first == "-", mark.startIndex > first.text.startIndex,
      mark.dropFirst().first.map(\.isWhitespace) ?? true
    {
      return ("other characters than spaces around the hyphen; use spaces", first)
    }
    if first.isText, let dash = mark.first, "–—/".contains(dash) {
      return ("separator “\(dash)”; write “ - ”", first)
    }
    // A hyphen may come after other words.
    let isLate = text.ranges(of: " - ").contains { range in
      text[range.upperBound...].first.map { $0.isASCII && $0.isUppercase } ?? false
    }
    return isLate ? nil : ("no separator; write “ - ” between link and description", first)
  }

  private var endProblem: (message: String, phrase: MergedInline)? {
    let problem = ("no punctuation at the end of the description; add a full stop", last)
    guard [.text, .emphasis, .strong, .link, .image, .html].contains(last.kind) else { return problem }
    return last.isText && !isEnded ? problem : nil
  }

  /// Whether the text ends in a mark, perhaps in quotes; or after one in a bracket or an emoji.
  private var isEnded: Bool {
    var rest = text[...]
    if let quote = rest.last, "\"”".contains(quote) { rest.removeLast() }
    if let mark = rest.last, Self.marks.contains(mark) {
      if rest.count < text.count { return true }
      while let last = rest.last, Self.marks.contains(last) { rest.removeLast() }
      guard let quote = rest.last, "\"”".contains(quote) else { return true }
      return rest.dropLast().last.map { !Self.marks.contains($0) } ?? true
    }
    guard text.contains(where: Self.marks.contains) else { return false }
    let end = last.text.reversed().first { !$0.isWhitespace }
    return end == ")" || last.text.last?.isPictograph == true
  }

  private var contentProblem: (message: String, phrase: MergedInline)? {
    guard phrases.count > 1 else { return nil }
    let wrong = phrases.first { $0.kind == .strikethrough || $0.kind == .lineBreak }
    return wrong.map { ("strikethrough or line break in the description; remove it", $0) }
  }

  private var casingProblem: (message: String, phrase: MergedInline)? {
    let body = first.text.dropFirst(3)
    guard first.isText, first.text.hasPrefix(" - "), phrases.count == 1 || !body.isEmpty else { return nil }
    if let mark = body.first, "/@#$~&%".contains(mark) { return nil }
    guard let word = body.split(whereSeparator: { "- ;./'\n".contains($0) }).first else {
      return ("no word at the start of the description; begin it with one", first)
    }
    let isExempt =
      word == "npm" || word.contains { $0.isNumber || $0.isUppercase }
      || word.first.map { "\"“('".contains($0) } ?? true || body.first == "'"
    guard !isExempt, word.contains(where: { $0.isCased && $0.isLetter }) else { return nil }
    return ("lower case at the start of the description; write a capital letter", first)
  }

  private static let marks: Set<Character> = [".", "!", "?", "…"]
}
