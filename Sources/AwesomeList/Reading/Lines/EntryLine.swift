import Markdown
import Source

/// A line of an entry: link, separator, description, tags.
struct EntryLine {
  /// How clearly a line is an entry.
  enum Strength {
    /// There is no link out of the document.
    case none
    /// A sentence with a link.
    case prose
    /// Some words directly before the link.
    case weak
    /// The link comes first, or after a label.
    case strong
  }

  var title = ""
  var link: ListLink?
  var furtherLinks: [ListLink] = []
  var description: Description?
  var tags: [String] = []
  var shape = EntryShape.link
  var strength = Strength.none
  /// The words before a link in brackets, as in `Group [[x](u)]`, which name the entries below; else nil.
  var labelBeforeBracket: String?
  /// Whether the line has links and all of them lead into the document.
  var isInternal = false

  let text: FlatText
  let spans: Range<Int>

  /// Whether the name comes first: a link, or words whose link names no entry.
  var beginsWithName = false

  /// Whether a tag or a line break divides the name from the description.
  var hasDivision: Bool {
    let first = spans.first { if case .link = text.spans[$0].kind { true } else { false } }
    guard let first else { return false }
    for span in text.spans[(first + 1)..<spans.upperBound] {
      switch span.kind {
      case .text where text.hasWords(span.bounds): return false
      case .lineBreak, .code: return true
      default: continue
      }
    }
    return false
  }

  /// Reads a line, or some of its spans; `end` is the end of its source, with delimiters of emphasis.
  init(_ text: FlatText, spans: Range<Int>? = nil, end: Int? = nil) {
    self.text = text
    self.spans = spans ?? text.spans.indices
    guard let first = self.spans.first, let last = self.spans.last else { return }
    let bounds = text.spans[first].bounds.lowerBound..<text.spans[last].bounds.upperBound
    let firstLink = primarySpan
    guard let primary = firstLink.map(namedSpan), case .link(let index, _) = text.spans[primary].kind else {
      title = text.string(bounds)
      furtherLinks = links(except: nil)
      isInternal = !furtherLinks.isEmpty && furtherLinks.allSatisfy(\.isFragment)
      return
    }
    let link = text.links[index]
    self.link = link
    title = text.spans[primary].bounds.isEmpty ? link.imageText ?? "" : text.string(text.spans[primary].bounds)
    furtherLinks = links(except: index)
    // A link without a name before the primary one is not a word of the line.
    let start = primary == firstLink ? bounds.lowerBound : text.spans[primary].bounds.lowerBound
    let before = start..<text.spans[primary].bounds.lowerBound
    if readName(before, primary: primary, bounds: bounds, end: end ?? text.spans[last].source.upperBound) {
      beginsWithName = true
      return
    }
    beginsWithName = !text.hasWords(before)
    strength = readLabel(before, spans: first..<primary)
    readRest(after: primary, bounds: bounds, end: end ?? text.spans[last].source.upperBound)
    if description == nil { describe(byLabel: before, of: first) }
    // The words before the link are part of a sentence that continues after it.
    if strength == .prose || shape == .text && description != nil && text.hasWords(before) {
      describe(bounds, end: end ?? text.spans[last].source.upperBound, as: .text)
    }
  }

  // MARK: Links

  /// The first link with text, or else an image link before the line's words.
  private var primarySpan: Int? {
    var candidate: Int?
    for index in spans {
      switch text.spans[index].kind {
      // A link into the document leads to the top or a section, not to an entry's subject.
      case .link(let link, _) where !text.links[link].isFragment:
        if !text.trimmed(text.spans[index].bounds).isEmpty { return index }
        candidate = candidate ?? index
      case .text:
        if candidate != nil, text.hasWords(text.spans[index].bounds) { return candidate }
      default: break
      }
    }
    return candidate
  }

  /// The primary link, or the next one if that has a name and the primary link has not: `[🔗](u) [Name](v)`.
  private func namedSpan(after primary: Int) -> Int {
    guard case .link(let index, _) = text.spans[primary].kind else { return primary }
    var next = primary + 1
    while next < spans.upperBound, case .text = text.spans[next].kind, !text.hasWords(text.spans[next].bounds) {
      next += 1
    }
    guard next < spans.upperBound, case .link(let following, _) = text.spans[next].kind,
      !text.spans[next].bounds.isEmpty, !text.spans[primary].bounds.isEmpty, !text.links[following].isFragment,
      isPage(primary, text.links[index]), !isPage(next, text.links[following]),
      !text.hasWords(text.spans[spans.lowerBound].bounds.lowerBound..<text.spans[primary].bounds.lowerBound)
    else { return primary }
    return next
  }

  /// Whether a link names no entry: it has only an image, or says what kind of page it leads to.
  func isPage(_ span: Int, _ link: ListLink) -> Bool {
    let bounds = text.spans[span].bounds
    return bounds.isEmpty || PageLabel.isLabel(text.string(bounds), of: link.url)
  }

  private func links(except primary: Int?) -> [ListLink] {
    // A loop, because a closure would copy the line.
    var links: [ListLink] = []
    for span in spans {
      if case .link(let index, _) = text.spans[span].kind, index != primary { links.append(text.links[index]) }
    }
    return links
  }

  // MARK: Before the link

  private mutating func readLabel(_ bounds: Range<Int>, spans: Range<Int>) -> Strength {
    for span in spans {
      if case .code = text.spans[span].kind { tags.append(text.string(text.spans[span].bounds)) }
    }
    let words = text.wordCount(bounds)
    if words == 0 { return .strong }
    let afterStrong = text.strongEnd..<max(text.strongEnd, bounds.upperBound)
    if words <= 8, text.strongEnd > bounds.lowerBound, text.trimmed(afterStrong).isEmpty { return .strong }
    let trimmed = text.trimmed(bounds)
    if let last = trimmed.last, "[(".utf8.contains(text.bytes[last]) {
      labelBeforeBracket = text.string(trimmed.lowerBound..<last)
    }
    if words <= 8, text.endsWithPunctuation(trimmed) { return .strong }
    if words > 3 { return .prose }
    return PageLabel.isKind(text.string(trimmed)) ? .strong : .weak
  }

  /// Takes the words before the link as the description.
  private mutating func describe(byLabel bounds: Range<Int>, of first: Int) {
    guard strength == .strong || strength == .weak, text.wordCount(bounds) > 0 else { return }
    let trimmed = text.withoutPunctuation(bounds)
    guard !trimmed.isEmpty, let start = text.sourceOffset(of: trimmed.lowerBound),
      let last = text.sourceOffset(of: trimmed.upperBound - 1)
    else { return }
    description = Description(text: text.string(trimmed), range: SourceRange(start, last + 1))
    shape = .label
  }

  // MARK: After the link

  mutating func readRest(after primary: Int, bounds: Range<Int>, end: Int) {
    var scanner = SeparatorScanner(text, after: primary, spans: spans)
    let separator = scanner.separator()
    tags += scanner.tags
    let start = separator?.end ?? endOfTags(after: primary)
    let badges = TrailingBadges(text, spans: primary + 1..<spans.upperBound, after: start)
    if separator == nil, !tags.isEmpty { tags.removeAll(where: Set(badges.tags).contains) }
    tags += badges.tags
    var rest = text.trimmed(start..<max(start, min(badges.start, bounds.upperBound)))
    if separator == nil { rest = text.withoutLeadingPunctuation(rest) }
    // A separator before badges is not part of the description.
    if !badges.isEmpty { rest = text.withoutSeparator(rest) }
    guard separator == nil ? hasWordsInText(rest) : text.hasWords(rest) else { return }
    let sourceEnd = badges.isEmpty ? end : badges.sourceStart(after: rest.upperBound)
    describe(rest, end: sourceEnd, as: separator?.shape ?? .text)
  }

  /// The end of the tags that directly follow a link; without any, that of the link.
  private func endOfTags(after primary: Int) -> Int {
    var end = text.spans[primary].bounds.upperBound
    for span in text.spans[(primary + 1)..<spans.upperBound] {
      switch span.kind {
      case .code: end = span.bounds.upperBound
      case .text where text.hasWords(span.bounds): return end
      case .text, .image, .lineBreak: continue
      case .link: return end
      }
    }
    return text.spans[primary].bounds.upperBound
  }

  /// Whether there are words outside of links, code and images.
  private func hasWordsInText(_ bounds: Range<Int>) -> Bool {
    spans.contains { index in
      guard case .text = text.spans[index].kind else { return false }
      return text.hasWords(text.spans[index].bounds.clamped(to: bounds))
    }
  }

  mutating func describe(_ bounds: Range<Int>, end: Int, as shape: EntryShape) {
    guard let start = text.sourceOffset(of: text.trimmed(bounds).lowerBound) else { return }
    description = Description(text: text.string(bounds), range: SourceRange(start, max(start, end)))
    self.shape = shape
  }
}
