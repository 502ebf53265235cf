import AwesomeList
import Markdown
import Source

/// Applies the options for text to a list: emoji, section numbers, entry separators.
struct TextOptions {
  private let options: RenderOptions

  init(_ options: RenderOptions) {
    self.options = options
  }

  /// The list with the changes; a block whose content they would change stays as it is.
  func applied(to list: List) throws(RenderingError) -> List {
    var edits = edits(in: list)
    // One round is enough unless blocks affect each other.
    for _ in 0..<3 {
      if edits.isEmpty { return list }
      let source = list.document.source
      let changed = try Renderer.list(SourceText(utf8: EditedSource(source, edits)[source.range].utf8.map(\.self)))
      guard let wrong = differences(list, changed) else { return list }
      if wrong.isEmpty { return changed }
      edits.removeAll { edit in wrong.contains { $0.contains(edit.range) } }
    }
    return list
  }

  private func edits(in list: List) -> [Edit] {
    var edits: [Edit] = []
    if options.emoji != .keep || options.completesEmoji {
      edits += EmojiConversion(form: options.emoji, isCompleted: options.completesEmoji).edits(in: list.document)
    }
    if !options.keepsNumbers { edits += SectionNumbers.edits(in: list) }
    if options.shape == .dash { edits += EntrySeparators.edits(in: list) }
    return edits
  }

  /// The blocks whose content differs; nil where the lists have different blocks.
  private func differences(_ old: List, _ new: List) -> [SourceRange]? {
    let before = old.document.blocks
    let after = new.document.blocks
    guard before.count == after.count else { return nil }
    let numbered = options.keepsNumbers ? [:] : SectionNumbers.texts(in: old)
    return zip(before, after).compactMap { old, new in
      let words = numbered[old.range.lowerBound] ?? old.visibleText
      return isSame(words, new.visibleText) && isSame(old.links, new.links) ? nil : old.range
    }
  }

  private func isSame(_ old: [Link], _ new: [Link]) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy {
        $0.destination == $1.destination && $0.isImage == $1.isImage && $0.title == $1.title
      }
  }

  private func isSame(_ old: String, _ new: String) -> Bool {
    old == new || plain(old) == plain(new)
  }

  /// A text without what the options change.
  private func plain(_ text: String) -> String {
    var text = text
    if options.emoji != .keep || options.completesEmoji { text = Shortcodes.shared.emoji(in: text).withoutSelectors }
    if options.shape == .dash { text = text.filter { !EntrySeparators.characters.contains($0) && !$0.isWhitespace } }
    return text
  }
}

extension String {
  fileprivate var withoutSelectors: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value != 0xFE0F }))
  }
}
