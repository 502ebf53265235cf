import Markdown
import Source

/// The first thing that awesome-lint finds wrong with an item of a list.
struct ListItemProblem {
  let message: String
  let range: SourceRange

  private init(_ message: String, at range: SourceRange) {
    self.message = message
    self.range = range
  }

  /// Reads an item; nil for one that awesome-lint accepts.
  init?(_ item: Block) {
    guard let paragraph = item.children.first, paragraph.kind == .paragraph,
      let first = paragraph.phrases.first
    else {
      // awesome-lint has no place for an item without anything in it.
      self.init(
        "item without text at its start; begin it with its link", at: item.children.first?.range ?? SourceRange(0, 0))
      return
    }
    if first.isText { return nil }
    let phrases = paragraph.phrases
    let links = phrases.indices.filter { phrases[$0].isLink }
    // Badges, images and marks may be before the link.
    guard let index = links.first(where: { phrases[$0].isFollowedByDash(in: phrases, at: $0) }) ?? links.first else {
      self.init("no link directly in the item; begin the item with its link", at: first.range)
      return
    }
    let problem =
      Self.problem(ofLink: phrases[index]) ?? ItemDescription(Array(phrases[(index + 1)...]))?.problem
    guard let problem else { return nil }
    self.init(problem.message, at: problem.phrase.range)
  }

  private static func problem(ofLink link: MergedInline) -> (message: String, phrase: MergedInline)? {
    if link.isReference { return nil }
    let url = link.link?.destination ?? ""
    if !isAbsolute(url) { return ("not an absolute address; begin it with “https://”", link) }
    if link.text.isEmpty, link.children.isEmpty { return ("link without text; write the name of the item", link) }
    let wrong = link.children.first { ![.text, .emphasis, .strong, .code].contains($0.kind) }
    return wrong.map { ("more than text in the link; write only the name of the item", $0) }
  }

  /// Whether an address has a scheme and no blank.
  private static func isAbsolute(_ url: String) -> Bool {
    let scheme = url.upTo(":")
    guard scheme.endIndex < url.endIndex, scheme.utf8.first?.isASCIILetter == true,
      !url.unicodeScalars.contains(where: \.isWhitespace)
    else { return false }
    return scheme.utf8.allSatisfy { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }
  }
}
