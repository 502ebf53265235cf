import Markdown
import Source

/// An inline as awesome-lint's parser sees it: the texts beside one another are one, with their newlines in it.
struct MergedInline {
  let kind: Inline.Kind
  /// The place in the source; that of the block where it is not known.
  let range: SourceRange
  /// The inline; nil for a text that was put together.
  let inline: Inline?
  private let ownText: String

  /// The text with that of images, raw HTML and code in it.
  var text: String { inline.map(Self.plainText) ?? ownText }

  /// What a link or image leads to; nil for other phrases.
  var link: Link? { inline?.link }

  var isLink: Bool { kind == .link }
  var isText: Bool { kind == .text }
  var isReference: Bool { link?.form == .reference }

  /// The phrases directly inside a link or mark.
  var children: [MergedInline] { inline.map { MergedInline.all($0.children, in: range) } ?? [] }

  /// The phrases of a paragraph or heading.
  static func all(of block: Block) -> [MergedInline] { all(block.inlines, in: block.range) }

  private static func all(_ inlines: [Inline], in range: SourceRange) -> [MergedInline] {
    var builder = MergedInlineBuilder()
    for inline in inlines { builder.add(inline, at: inline.range ?? range) }
    return builder.finish()
  }

  /// The texts in a paragraph or heading, at any depth, each put together from those beside it.
  static func texts(of block: Block) -> [MergedInline] {
    var builder = MergedInlineBuilder()
    // Marks may lie in one another without a limit: no recursion.
    var open: [(end: Int, range: SourceRange)] = []
    for (position, inline) in block.allInlines.enumerated() {
      while let last = open.last, last.end <= position {
        open.removeLast()
        builder.divide()
      }
      let place = inline.range ?? open.last?.range ?? block.range
      builder.add(inline, at: place)
      if inline.descendantCount > 0 { open.append((position + 1 + inline.descendantCount, place)) }
    }
    return builder.finish().filter(\.isText)
  }

  fileprivate init(_ inline: Inline, at range: SourceRange) {
    kind = inline.kind
    self.range = range
    self.inline = inline
    ownText = ""
  }

  fileprivate init(text: String, at range: SourceRange) {
    kind = .text
    self.range = range
    inline = nil
    ownText = text
  }

  private static func plainText(_ inline: Inline) -> String {
    var text = ""
    var next = 0
    for (position, inline) in ([inline] + inline.allInlines).enumerated() where position >= next {
      switch inline.kind {
      case .text, .code, .html: text += inline.text
      case .softBreak: text += "\n"
      case .image:
        text += inline.link?.text ?? ""
        next = position + 1 + inline.descendantCount
      case .lineBreak, .footnoteReference, .emphasis, .strong, .strikethrough, .link: break
      }
    }
    return text
  }
}

/// Puts the texts that are beside one another together.
private struct MergedInlineBuilder {
  private var phrases: [MergedInline] = []
  private var text = ""
  /// The place of the text; nil where there is none.
  private var range: SourceRange?

  mutating func add(_ inline: Inline, at place: SourceRange) {
    guard inline.kind == .text || inline.kind == .softBreak else {
      divide()
      phrases.append(MergedInline(inline, at: place))
      return
    }
    text += inline.kind == .softBreak ? "\n" : inline.text
    range = range?.union(place) ?? place
  }

  /// Ends the text.
  mutating func divide() {
    guard let range else { return }
    // The parser leaves an empty text before an address that begins a paragraph.
    if !text.isEmpty { phrases.append(MergedInline(text: text, at: range)) }
    self.range = nil
    text = ""
  }

  mutating func finish() -> [MergedInline] {
    divide()
    return phrases
  }
}

extension Block {
  /// The phrases directly inside.
  var phrases: [MergedInline] { MergedInline.all(of: self) }

  /// The text as awesome-lint's parser has it, with that of images and raw HTML.
  var plainText: String { phrases.map(\.text).joined() }
}

extension RuleContext {
  /// The place of a finding about the whole file.
  var fileStart: SourceRange { SourceRange(0, 0) }
}
