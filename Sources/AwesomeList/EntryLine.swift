import Markdown
import Source

/// The first line of an entry: link, separator, description, tags.
struct EntryLine {
  private(set) var title = ""
  private(set) var link: ListLink?
  private(set) var furtherLinks: [ListLink] = []
  private(set) var description: Description?
  private(set) var tags: [String] = []
  private(set) var shape = EntryShape.link

  init(_ paragraph: Block?) {
    guard let paragraph else { return }
    let inlines = paragraph.inlines
    guard let index = inlines.firstIndex(where: { Self.primaryLink($0) != nil }),
      let primary = Self.primaryLink(inlines[index])
    else {
      title = String(EmojiAffix.trim(paragraph.text[...]))
      furtherLinks = EntryBuilder.links(in: paragraph)
      return
    }
    link = ListLink(primary)
    title = String(EmojiAffix.trim(primary.text[...]))
    furtherLinks = paragraph.links.filter { !$0.isImage && $0.range != primary.range }.map(ListLink.init)
    readRest(inlines[(index + 1)...], end: paragraph.range.upperBound)
  }

  /// The link that an inline is or holds as its only mark-up.
  private static func primaryLink(_ inline: Inline) -> Link? {
    switch inline.kind {
    // A link into the document itself leads back to the top or to a section: it recommends nothing.
    case .link: inline.link.flatMap { $0.destination.hasPrefix("#") ? nil : $0 }
    case .strong, .emphasis, .strikethrough: inline.children.lazy.compactMap(primaryLink).first
    default: nil
    }
  }

  private mutating func readRest(_ rest: ArraySlice<Inline>, end: Int) {
    var rest = rest
    while let last = rest.last, last.kind == .code || (last.kind == .text && last.text.allSatisfy(\.isWhitespace)) {
      if last.kind == .code { tags.insert(last.text, at: 0) }
      rest.removeLast()
    }
    guard let first = rest.first, let start = first.range?.lowerBound, let last = rest.last?.range else { return }
    let whole = rest.map(\.text).joined()
    let separator = first.kind == .text ? Separator(in: whole) : Separator.none
    let text = EmojiAffix.trim(whole.dropFirst(separator.length))
    guard !text.isEmpty else { return }
    shape = separator.shape
    let skipped = whole.prefix(separator.length).utf8.count
    description = Description(
      text: String(text), range: SourceRange(min(start + skipped, last.upperBound), last.upperBound))
  }
}

/// What stands between an entry's link and its description.
struct Separator {
  let shape: EntryShape
  /// The characters it takes with the blanks around it.
  let length: Int

  static let none = Separator(shape: .text, length: 0)

  private init(shape: EntryShape, length: Int) {
    self.shape = shape
    self.length = length
  }

  init(in text: String) {
    let blanks = text.prefix { $0.isWhitespace }.count
    let rest = text.dropFirst(blanks)
    let shape: EntryShape? =
      switch rest.first {
      case "-": .dash
      case "–": .enDash
      case "—": .emDash
      case ":", "：": .colon
      default: nil
      }
    let marks = shape == .dash ? rest.prefix { $0 == "-" }.count : 1
    let trailing = rest.dropFirst(marks).prefix { $0.isWhitespace }.count
    guard let shape, rest.first == ":" || rest.first == "：" || blanks > 0 || trailing > 0 else {
      self.init(shape: .text, length: blanks)
      return
    }
    self.init(shape: shape, length: blanks + marks + trailing)
  }
}
