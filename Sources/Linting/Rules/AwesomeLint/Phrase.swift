import Markdown
import Source

/// An inline as awesome-lint's parser sees it: the texts beside one another are one, with their line ends in it.
struct Phrase {
  let kind: Inline.Kind
  /// The text with that of images, raw HTML and code in it.
  let text: String
  /// The place in the source; that of the block where it is not known.
  let range: SourceRange
  /// The inline; nil for a text that was put together.
  let inline: Inline?

  /// What a link or image leads to; nil for other phrases.
  var link: Link? { inline?.link }

  var isLink: Bool { kind == .link }
  var isText: Bool { kind == .text }
  var isReference: Bool { link?.form == .reference }

  /// The phrases directly inside a link or mark.
  var children: [Phrase] { inline.map { Phrase.all($0.children, in: range) } ?? [] }

  /// The phrases of a paragraph or heading.
  static func all(of block: Block) -> [Phrase] { all(block.inlines, in: block.range) }

  private static func all(_ inlines: [Inline], in range: SourceRange) -> [Phrase] {
    var result: [Phrase] = []
    for inline in inlines {
      let place = inline.range ?? range
      guard inline.kind == .text || inline.kind == .softBreak else {
        result.append(Phrase(kind: inline.kind, text: plainText(inline), range: place, inline: inline))
        continue
      }
      let text = inline.kind == .softBreak ? "\n" : inline.text
      if let last = result.last, last.isText {
        result[result.count - 1] = Phrase(
          kind: .text, text: last.text + text, range: last.range.union(place), inline: nil)
      } else {
        result.append(Phrase(kind: .text, text: text, range: place, inline: nil))
      }
    }
    return result
  }

  private static func plainText(_ inline: Inline) -> String {
    switch inline.kind {
    case .text, .code, .html: inline.text
    case .softBreak: "\n"
    case .lineBreak, .footnoteReference: ""
    case .image: inline.link?.text ?? ""
    case .emphasis, .strong, .strikethrough, .link: inline.children.map(plainText).joined()
    }
  }

  /// The texts inside, at any depth, each put together from those beside it.
  var texts: [Phrase] { isText ? [self] : children.flatMap(\.texts) }
}

extension Block {
  /// The phrases directly inside.
  var phrases: [Phrase] { Phrase.all(of: self) }

  /// The text as awesome-lint's parser has it, with that of images and raw HTML.
  var plainText: String { phrases.map(\.text).joined() }
}

extension RuleContext {
  /// The place of a finding about the whole file.
  var fileStart: SourceRange { SourceRange(0, 0) }
}
