import Markdown
import Source

/// Names outside of links.
extension EntryLine {
  /// Takes the words before a link that names no entry as the name, or those after a link without words; false if there are none.
  mutating func readName(_ before: Range<Int>, primary: Int, bounds: Range<Int>, end: Int) -> Bool {
    guard let link else { return false }
    let label = text.spans[primary].bounds
    if !text.hasWords(before) {
      return !label.isEmpty && !text.hasWords(label) && readNameAfterLink(primary, bounds, end)
    }
    guard isPage(primary, link), let found = LeadingName(text, in: before) else { return false }
    let last = lastPage(from: primary)
    let isFollowed = continuesSentence(after: last, bounds)
    let hasRest = text.hasWords(found.rest)
    guard found.isSetOff || !isFollowed && (hasRest || found.mayBeName(text)) else { return false }
    let tagEnd = max(found.rest.lowerBound, found.name.upperBound)
    for span in text.spans[spans.lowerBound..<primary] where span.bounds.upperBound <= tagEnd {
      if case .code = span.kind { tags.append(text.string(span.bounds)) }
    }
    title = text.string(found.name)
    strength = .strong
    shape = .label
    readRest(after: last, bounds: bounds, end: end)
    if hasRest { describe(by: found.rest, bounds: bounds, end: end) }
    return true
  }

  /// The name and description in a line without a link: `Name - text`.
  var nameWithoutLink: (title: String, description: Description?)? {
    guard link == nil, let first = spans.first, let last = spans.last else { return nil }
    let bounds = text.spans[first].bounds.lowerBound..<text.spans[last].bounds.upperBound
    guard let found = LeadingName(text, in: bounds) else { return nil }
    let title = text.string(found.name)
    guard text.hasWords(found.rest), let start = text.sourceOffset(of: found.rest.lowerBound),
      let end = text.sourceOffset(of: found.rest.upperBound - 1)
    else { return (title, nil) }
    return (title, Description(text: text.string(found.rest), range: SourceRange(start, max(start, end + 1))))
  }

  /// Takes the text between a name and its link as the description, with the text after the link.
  private mutating func describe(by rest: Range<Int>, bounds: Range<Int>, end: Int) {
    if description != nil {
      describe(rest.lowerBound..<bounds.upperBound, end: end, as: .label)
    } else if let last = text.sourceOffset(of: rest.upperBound - 1) {
      describe(rest, end: last + 1, as: .label)
    }
  }

  private mutating func readNameAfterLink(_ primary: Int, _ bounds: Range<Int>, _ end: Int) -> Bool {
    let start = text.spans[primary].bounds.upperBound
    let next = text.spans[(primary + 1)..<spans.upperBound].first { if case .link = $0.kind { true } else { false } }
    let after = start..<max(start, next?.bounds.lowerBound ?? bounds.upperBound)
    // A separator divides the symbol, which is the name then, from the description.
    guard Separator(in: text.bytes[after], afterMarker: false) == nil, let found = LeadingName(text, in: after) else {
      return false
    }
    title = text.string(found.name)
    strength = .strong
    shape = .label
    let badges = TrailingBadges(text, spans: primary + 1..<spans.upperBound, after: found.name.upperBound)
    tags += badges.tags
    guard text.hasWords(found.rest) else { return true }
    let rest = text.trimmed(found.rest.lowerBound..<max(found.rest.lowerBound, min(badges.start, bounds.upperBound)))
    describe(rest, end: badges.isEmpty ? end : badges.sourceStart(after: rest.upperBound), as: .text)
    return true
  }

  /// The last of the adjacent links that name no entry.
  private func lastPage(from primary: Int) -> Int {
    var last = primary
    for index in primary + 1..<max(primary + 1, spans.upperBound) {
      switch text.spans[index].kind {
      case .text where text.hasWords(text.spans[index].bounds): return last
      case .link(let link, _):
        guard isPage(index, text.links[link]) else { return last }
        last = index
      default: continue
      }
    }
    return last
  }

  /// Whether a sentence goes on after a link: the next character is a letter.
  private func continuesSentence(after span: Int, _ bounds: Range<Int>) -> Bool {
    let rest = text.trimmed(text.spans[span].bounds.upperBound..<bounds.upperBound)
    guard let first = rest.first else { return false }
    let byte = text.bytes[first]
    return byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte >= 0xC3 && text.symbolLength(at: first) == nil
  }
}
