import Source

/// The part of a link after its text: the destination and title, or a label, proven against the parser's tree.
struct LinkTail {
  let form: Link.Form
  /// The offset after the link's text.
  let textEnd: Int
  /// The offset after the whole link.
  let end: Int
  let destination: SourceRange?
  let title: SourceRange?

  /// Reads the rest of a link after its text; nil if the source differs from the tree.
  init?(
    _ form: Link.Form, _ inline: CMarkNode, textStart: Int, _ matcher: inout InlineMatcher, quoteDepth: Int
  ) {
    textEnd = matcher.position
    switch form {
    case .bare, .autolink:
      guard form == .bare || matcher.match(UInt8(ascii: ">")) else { return nil }
      destination = SourceRange(textStart, textEnd)
      title = nil
      self.form = form
    case .inline, .reference:
      guard matcher.match(UInt8(ascii: "]")) else { return nil }
      if let found = Self.inlineTail(matcher.syntax, at: matcher.position, inline, quoteDepth: quoteDepth) {
        self.form = .inline
        destination = found.destination
        title = found.title
        matcher.skip(to: found.next)
      } else {
        self.form = .reference
        destination = nil
        title = nil
        if let label = matcher.syntax.label(at: matcher.position) { matcher.skip(to: label.next) }
      }
    }
    end = matcher.position
  }

  private static func inlineTail(
    _ syntax: LinkScanner, at start: Int, _ inline: CMarkNode, quoteDepth: Int
  ) -> (destination: SourceRange, title: SourceRange?, next: Int)? {
    guard start < syntax.end, syntax.bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = syntax.skippingSpace(from: start + 1, quoteDepth: quoteDepth)
    let destination: SourceRange
    if let found = plainDestination(syntax, at: index, inline) {
      destination = found
      index = found.upperBound
    } else if let found = syntax.destination(at: index), holds(found.range, inline, syntax) {
      destination = found.range
      index = found.next
    } else {
      return nil
    }
    var title: SourceRange?
    let afterSpace = syntax.skippingSpace(from: index, quoteDepth: quoteDepth)
    if afterSpace > index, let found = syntax.title(at: afterSpace) {
      title = found.range
      index = found.next
    }
    index = syntax.skippingSpace(from: index, quoteDepth: quoteDepth)
    guard index < syntax.end, syntax.bytes[index] == UInt8(ascii: ")") else { return nil }
    return (destination, title, index + 1)
  }

  /// The destination in the usual case: the source has it verbatim, then a space or a parenthesis.
  private static func plainDestination(_ syntax: LinkScanner, at start: Int, _ inline: CMarkNode) -> SourceRange? {
    inline.withDestination { destination in
      let matcher = InlineMatcher(bytes: syntax.bytes, range: SourceRange(start, syntax.end), quoteDepth: 0)
      let end = start + destination.count
      guard !destination.isEmpty, matcher.verbatimLength(destination) == destination.count, end < syntax.end,
        syntax.bytes[end] == UInt8(ascii: ")") || syntax.bytes[end].isASCIIWhitespace,
        destination[0] != UInt8(ascii: "<")
      else { return nil }
      return SourceRange(start, end)
    }
  }

  private static func holds(_ range: SourceRange, _ inline: CMarkNode, _ syntax: LinkScanner) -> Bool {
    inline.withDestination { destination in
      var matcher = InlineMatcher(bytes: syntax.bytes, range: range, quoteDepth: 0)
      return matcher.text(destination) != nil && matcher.position == range.upperBound
    }
  }
}
