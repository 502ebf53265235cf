import AwesomeList
import Markdown
import Source
import TextRepair

/// Converts emoji to characters or to GitHub's shortcodes, and adds missing variation selectors.
///
/// Code, addresses and raw HTML stay as they are.
struct EmojiConversion {
  let form: RenderOptions.Emoji
  let isCompleted: Bool

  func edits(in document: Document) -> [Edit] {
    let completions = isCompleted ? completions(in: document) : [:]
    var edits =
      form == .keep
      ? []
      : Self.texts(of: document).flatMap { self.edits(in: document.source[$0], at: $0.lowerBound, completions) }
    let taken = Set(edits.map { $0.range.lowerBound })
    edits += completions.values.filter { !taken.contains($0.range.lowerBound) }
    return edits
  }

  /// The edits that add variation selectors, by their offsets.
  private func completions(in document: Document) -> [Int: Edit] {
    let protected = [ProtectedRegion](
      code: document.codeRanges, destinations: document.links.compactMap(\.destinationRange))
    let start = document.frontMatter?.upperBound ?? 0
    let problems = characterProblems(
      in: document.source, protected: protected, options: CharacterProblemOptions(checksVariationSelectors: true))
    var edits: [Int: Edit] = [:]
    for problem in problems where problem.kind == .missingVariationSelector && problem.range.lowerBound >= start {
      if let fix = problem.fix { edits[problem.range.lowerBound] = Edit(problem.range, fix) }
    }
    return edits
  }

  /// The texts in which GitHub expands shortcodes: neither the alternative texts of images nor addresses.
  private static func texts(of document: Document) -> [SourceRange] {
    var result: [SourceRange] = []
    var end = 0
    for inline in document.allInlines {
      guard let range = inline.range, range.lowerBound >= end else { continue }
      if inline.kind == .image { end = range.upperBound }
      if let form = inline.link?.form, form == .bare || form == .autolink { end = range.upperBound }
      if inline.kind == .text { result.append(range) }
    }
    return result
  }

  private func edits(in text: String, at start: Int, _ completions: [Int: Edit]) -> [Edit] {
    switch form {
    case .keep: []
    case .unicode:
      Shortcodes.shared.matches(in: text).map { match in
        Edit(SourceRange(start + match.range.lowerBound, start + match.range.upperBound), match.emoji)
      }
    case .shortcode: names(in: text, at: start, completions)
    }
  }

  private func names(in text: String, at start: Int, _ completions: [Int: Edit]) -> [Edit] {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
    var edits: [Edit] = []
    var offset = start
    for character in text {
      let count = character.utf8.count
      // A symbol may only have a shortcode with its variation selector.
      let completed = completions[offset]?.replacement
      let shown = completed?.count == 1 ? completed?.first ?? character : character
      if count > 1, let name = Shortcodes.shared.name(of: shown) {
        edits.append(Edit(SourceRange(offset, offset + count), ":\(name):"))
      }
      offset += count
    }
    return edits
  }
}
