import Markdown
import Source

/// A line of an entry: link, separator, description, tags.
struct EntryLine {
  /// How clearly a line is an entry's.
  enum Strength {
    /// There is no link to anything outside of the document.
    case none
    /// A sentence that happens to hold a link.
    case prose
    /// Some words before the link, without anything that sets them off.
    case weak
    /// The link comes first, or behind a label.
    case strong
  }

  private(set) var title = ""
  private(set) var link: ListLink?
  private(set) var furtherLinks: [ListLink] = []
  private(set) var description: Description?
  private(set) var tags: [String] = []
  private(set) var shape = EntryShape.link
  private(set) var strength = Strength.none
  /// The words before a link that stands in brackets behind them, as in `Group [[x](u)]`: they name what is below; else nil.
  private(set) var labelBeforeBracket: String?
  /// Whether the line has links and all of them lead into the document.
  private(set) var isInternal = false

  private let text: LineText
  private let pieces: Range<Int>

  /// Reads a line, or some pieces of one; `end` is where its source ends, marks of emphasis included.
  init(_ text: LineText, pieces: Range<Int>? = nil, end: Int? = nil) {
    self.text = text
    self.pieces = pieces ?? text.pieces.indices
    guard let first = self.pieces.first, let last = self.pieces.last else { return }
    let bounds = text.pieces[first].bounds.lowerBound..<text.pieces[last].bounds.upperBound
    guard let primary = primaryPiece, case .link(let index, _) = text.pieces[primary].kind else {
      title = text.string(bounds)
      furtherLinks = links(except: nil)
      isInternal = !furtherLinks.isEmpty && furtherLinks.allSatisfy(\.isFragment)
      return
    }
    let link = text.links[index]
    self.link = link
    title = text.pieces[primary].bounds.isEmpty ? link.imageText ?? "" : text.string(text.pieces[primary].bounds)
    furtherLinks = links(except: index)
    let before = bounds.lowerBound..<text.pieces[primary].bounds.lowerBound
    strength = readLabel(before, pieces: first..<primary)
    readRest(behind: primary, bounds: bounds, end: end ?? text.pieces[last].source.upperBound)
    if description == nil { describe(byLabel: before, of: first) }
    // Of a sentence that goes on behind its link, the words before the link are a part.
    if strength == .prose || shape == .text && description != nil && text.hasWords(before) {
      describe(bounds, end: end ?? text.pieces[last].source.upperBound, as: .text)
    }
  }

  // MARK: Links

  /// The first link with a text; one that is only an image where nothing else comes before the line's words.
  private var primaryPiece: Int? {
    var candidate: Int?
    for index in pieces {
      switch text.pieces[index].kind {
      // A link into the document itself leads back to the top or to a section: it recommends nothing.
      case .link(let link, _) where !text.links[link].isFragment:
        if !text.trimmed(text.pieces[index].bounds).isEmpty { return index }
        candidate = candidate ?? index
      case .text:
        if candidate != nil, text.hasWords(text.pieces[index].bounds) { return candidate }
      default: break
      }
    }
    return candidate
  }

  private func links(except primary: Int?) -> [ListLink] {
    // A loop, because a closure would take a copy of the line along.
    var links: [ListLink] = []
    for piece in pieces {
      if case .link(let index, _) = text.pieces[piece].kind, index != primary { links.append(text.links[index]) }
    }
    return links
  }

  // MARK: What stands before the link

  private mutating func readLabel(_ bounds: Range<Int>, pieces: Range<Int>) -> Strength {
    for piece in pieces {
      if case .code = text.pieces[piece].kind { tags.append(text.string(text.pieces[piece].bounds)) }
    }
    let words = text.wordCount(bounds)
    if words == 0 { return .strong }
    let trimmed = text.trimmed(bounds)
    if let last = trimmed.last, "[(".utf8.contains(text.bytes[last]) {
      labelBeforeBracket = text.string(trimmed.lowerBound..<last)
    }
    if words <= 8, text.endsInMark(trimmed) { return .strong }
    return words <= 3 ? .weak : .prose
  }

  /// Takes the words before the link as the description, where none stands behind it.
  private mutating func describe(byLabel bounds: Range<Int>, of first: Int) {
    guard strength == .strong || strength == .weak, text.wordCount(bounds) > 0 else { return }
    let trimmed = text.withoutMarks(bounds)
    guard !trimmed.isEmpty, let start = text.sourceOffset(of: trimmed.lowerBound),
      let last = text.sourceOffset(of: trimmed.upperBound - 1)
    else { return }
    description = Description(text: text.string(trimmed), range: SourceRange(start, last + 1))
    shape = .label
  }

  // MARK: What stands behind the link

  private mutating func readRest(behind primary: Int, bounds: Range<Int>, end: Int) {
    var scanner = MarkerScanner(text, behind: primary, pieces: pieces)
    let separator = scanner.separator()
    tags += scanner.tags
    let start = separator?.end ?? text.pieces[primary].bounds.upperBound
    let chips = TrailingChips(text, pieces: primary + 1..<pieces.upperBound, after: start)
    if separator == nil, !tags.isEmpty { tags.removeAll(where: Set(chips.tags).contains) }
    tags += chips.tags
    var rest = text.trimmed(start..<max(start, min(chips.start, bounds.upperBound)))
    if separator == nil { rest = text.withoutLeadingPunctuation(rest) }
    // What sets badges off is no part of the description.
    if !chips.isEmpty { rest = text.withoutSeparator(rest) }
    guard separator == nil ? hasWordsInText(rest) : text.hasWords(rest) else { return }
    let sourceEnd = chips.isEmpty ? end : chips.sourceStart(behind: rest.upperBound)
    describe(rest, end: sourceEnd, as: separator?.shape ?? .text)
  }

  /// Whether there are words outside of links, code and images.
  private func hasWordsInText(_ bounds: Range<Int>) -> Bool {
    pieces.contains { index in
      guard case .text = text.pieces[index].kind else { return false }
      return text.hasWords(text.pieces[index].bounds.clamped(to: bounds))
    }
  }

  private mutating func describe(_ bounds: Range<Int>, end: Int, as shape: EntryShape) {
    guard let start = text.sourceOffset(of: text.trimmed(bounds).lowerBound) else { return }
    description = Description(text: text.string(bounds), range: SourceRange(start, max(start, end)))
    self.shape = shape
  }
}
