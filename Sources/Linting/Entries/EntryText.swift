import AwesomeList
import Markdown
import Source

/// What stands behind an entry's link, as the rules about descriptions see it.
///
/// A class, because there are thousands, all rules go through them, and copying all that an entry is made of would cost more than the rules.
final class EntryText: Sendable {
  /// A part of a description that is not inside another one.
  struct Piece: Sendable {
    let kind: Inline.Kind
    let range: SourceRange
    /// The text that a reader sees; of an image, nothing.
    let text: String
    /// Whether a link holds nothing but images.
    let isBadge: Bool
  }

  let entry: Entry
  let link: ListLink
  /// The mark between link and description with the blanks around it; nil where there is none, or none is wanted.
  let separator: SourceRange?
  /// The description without the separator.
  let body: SourceRange
  let pieces: [Piece]
  /// Whether the description is raw HTML, which no inline of the document holds.
  let isRaw: Bool
  /// Whether the description is a part of the link's own line, so that something has to divide the two.
  let isOnLine: Bool

  /// The descriptions of entries, of which the document's inlines are given too.
  static func all(of entries: [Entry], _ inlines: [LocatedInline], in document: Document) -> [EntryText] {
    let source = document.source
    return entries.compactMap { EntryText($0, inlines, in: document, source) }
  }

  /// Reads the description of an entry; nil for an entry without link or description, and where words stand before the link.
  private init?(_ entry: Entry, _ inlines: [LocatedInline], in document: Document, _ source: SourceText) {
    guard let link = entry.link, let description = entry.description, !description.range.isEmpty else { return nil }
    guard link.range.upperBound <= description.range.lowerBound, entry.leadsWithLink(in: source) else { return nil }
    self.entry = entry
    self.link = link
    let isBelow =
      [.details, .heading].contains(entry.shape)
      && source.lineIndex(at: link.range.lowerBound) != source.lineIndex(at: description.range.lowerBound)
    isOnLine = ![.quote, .paragraph, .group, .link].contains(entry.shape) && !isBelow
    let own = SourceRange(link.range.upperBound, description.range.upperBound)
    let outer = Self.outerPieces(inlines.beginning(in: own), in: document)
    let direct = isOnLine ? source.separator(before: description.range.lowerBound, after: link.range.upperBound) : nil
    let isShortcode = source.isShortcode(at: description.range.lowerBound - 1)
    let late = (direct == nil || isShortcode) && isOnLine ? Self.lateSeparator(outer, in: source) : nil
    separator = isShortcode ? late : direct ?? late
    let start = max(separator?.upperBound ?? description.range.lowerBound, description.range.lowerBound)
    body = SourceRange(start, description.range.upperBound)
    let shown = outer.compactMap { $0.cut(to: start, in: source) }
    isRaw = [.html, .details].contains(entry.shape) && shown.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
    pieces = isRaw ? RawPieces(body, in: source).pieces : shown
  }

  /// The inlines that are in no other one.
  private static func outerPieces(_ inlines: ArraySlice<LocatedInline>, in document: Document) -> [Piece] {
    var pieces: [Piece] = []
    var end = 0
    for located in inlines where located.range.lowerBound >= end {
      end = located.range.upperBound
      let isVisible = located.kind != .image && located.kind != .html && located.kind != .footnoteReference
      let text = isVisible ? document.text(of: located) : ""
      let isBadge = located.kind == .link && text.allSatisfy(\.isWhitespace)
      pieces.append(Piece(kind: located.kind, range: located.range, text: text, isBadge: isBadge))
    }
    return pieces
  }

  /// A dash between blanks behind badges, further links and short labels, none of which is the description yet.
  private static func lateSeparator(_ pieces: [Piece], in source: SourceText) -> SourceRange? {
    for piece in pieces where piece.kind == .text {
      guard let dash = source.dashBetweenBlanks(in: piece.range) else {
        if !isLabel(source[piece.range][...]) { return nil }
        continue
      }
      let before = source[SourceRange(piece.range.lowerBound, dash.lowerBound)]
      return isLabel(before[...]) ? dash : nil
    }
    return nil
  }

  /// Whether a text has no words, shortcodes of emoji aside, or only says whose the thing is.
  private static func isLabel(_ text: Substring) -> Bool {
    if text.hasPrefix(" by ") || text.hasPrefix(" (") { return true }
    guard text.utf8.contains(UInt8(ascii: ":")) else { return !text.contains(where: \.isLetter) }
    return !text.replacing(/:[a-z0-9_+\-]+:/, with: "").contains(where: \.isLetter)
  }
}

extension EntryText.Piece {
  /// The part from an offset on; nil where there is none.
  fileprivate func cut(to start: Int, in source: SourceText) -> EntryText.Piece? {
    guard range.upperBound > start else { return nil }
    guard range.lowerBound < start, kind == .text else { return self }
    let rest = SourceRange(start, range.upperBound)
    return EntryText.Piece(kind: kind, range: rest, text: source[rest], isBadge: false)
  }
}

extension Entry {
  /// Whether no word stands before the link.
  func leadsWithLink(in source: SourceText) -> Bool {
    guard let link else { return false }
    switch shape {
    case .details, .html, .row, .heading: return true
    default: break
    }
    let start = contentStart(in: source)
    guard start < link.range.lowerBound else { return true }
    let before = source.bytes(in: SourceRange(start, link.range.lowerBound))
    if before.contains(where: { $0.isASCIILetter || $0 == UInt8(ascii: "`") }) { return false }
    return before.allSatisfy { $0 < 0x80 }
      || !source[SourceRange(start, link.range.lowerBound)].contains { $0.isLetter || $0 == "`" }
  }
}

extension SourceText {
  /// The dash or colon, with the blanks around it, that ends at an offset and begins at or behind another one.
  fileprivate func separator(before end: Int, after start: Int) -> SourceRange? {
    if let certain = plainSeparator(before: end, after: start) { return certain }
    let text = Array(self[SourceRange(start, end)].unicodeScalars)
    var rest = text[...]
    func skip(_ matches: (Unicode.Scalar) -> Bool) {
      while let last = rest.last, matches(last) { rest.removeLast() }
    }
    skip(\.isBlank)
    guard let last = rest.last, Unicode.Scalar.dashesAndColons.contains(last) else { return nil }
    skip(Unicode.Scalar.dashesAndColons.contains)
    skip(\.isBlank)
    // Of several dashes with blanks between them, all divide; a colon may end a shortcode.
    let isDash = { (scalar: Unicode.Scalar) in "-–—".unicodeScalars.contains(scalar) }
    while let last = rest.last, isDash(last) {
      skip(isDash)
      skip(\.isBlank)
    }
    let length = text[rest.endIndex...].reduce(0) { $0 + UTF8.width($1) }
    return SourceRange(end - length, end + headLength(at: end))
  }

  /// The length of what the description has got of a separator: heads of arrows, or dashes behind a colon.
  private func headLength(at start: Int) -> Int {
    var end = start
    while end < bytes.count, [UInt8(ascii: ">"), UInt8(ascii: "-"), 0xE2].contains(bytes[end]) {
      guard let head = ["> ", "- ", "– ", "— "].first(where: { bytes[end...].starts(with: $0.utf8) }) else { break }
      end += head.utf8.count
    }
    return end - start
  }

  /// The same as far as the bytes of ASCII tell; nil where others have to be looked at.
  private func plainSeparator(before end: Int, after start: Int) -> SourceRange?? {
    func skip(_ offset: Int, _ matches: (UInt8) -> Bool) -> Int {
      var offset = offset
      while offset > start, matches(bytes[offset - 1]) { offset -= 1 }
      return offset
    }
    let behind = skip(end, \.isBlank)
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") }
    let marks = skip(behind, isMark)
    var before = skip(marks, \.isBlank)
    // Of several dashes with blanks between them, all divide; a colon may end a shortcode.
    while before < marks, before > start, bytes[before - 1] == UInt8(ascii: "-") {
      before = skip(skip(before) { $0 == UInt8(ascii: "-") }, \.isBlank)
    }
    guard before == start || bytes[before - 1] < 0x80 else { return nil }
    if marks == behind { return .some(nil) }
    return .some(SourceRange(before, end + headLength(at: end)))
  }

  /// The first hyphens or dashes in a range with blanks on both sides, those included.
  fileprivate func dashBetweenBlanks(in range: SourceRange) -> SourceRange? {
    let scalars = Array(self[range].unicodeScalars)
    var start = range.lowerBound
    var index = 0
    func run(_ matches: (Unicode.Scalar) -> Bool) -> Int {
      var length = 0
      while index < scalars.count, matches(scalars[index]) {
        length += UTF8.width(scalars[index])
        index += 1
      }
      return length
    }
    while index < scalars.count {
      start += run { !$0.isPlainBlank }
      let before = run(\.isPlainBlank)
      let dashes = run { $0 == "-" || $0 == "–" || $0 == "—" }
      let begin = index
      let behind = run(\.isPlainBlank)
      if before > 0, dashes > 0, behind > 0 { return SourceRange(start, start + before + dashes + behind) }
      start += before + dashes
      // The blanks behind may stand before the next dash.
      index = begin
    }
    return nil
  }

  /// Whether the shortcode of an emoji begins at an offset: `:rocket:`.
  fileprivate func isShortcode(at offset: Int) -> Bool {
    guard offset >= 0, bytes[offset] == UInt8(ascii: ":") else { return false }
    return self[SourceRange(offset, min(offset + 40, bytes.count))].prefixMatch(of: /:[a-z0-9_+\-]+:/) != nil
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// A space or a no-break space.
  fileprivate var isPlainBlank: Bool { self == " " || self == "\u{A0}" || self == "\u{3000}" }

  /// Hyphen-minus, the dashes of Unicode, the minus sign, and colons.
  static let dashesAndColons: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", ":", "\u{FF1A}",
    "\u{FF0D}",
  ]
}
