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
    /// The text that a reader sees where that is not what the source has there; of an image, nothing.
    fileprivate let shown: String?
    /// Whether a link holds nothing but images.
    let isBadge: Bool

    /// A part whose text is what the source has there.
    init(_ kind: Inline.Kind, _ range: SourceRange) {
      self.init(kind, range, shown: nil, isBadge: false)
    }

    fileprivate init(_ kind: Inline.Kind, _ range: SourceRange, shown: String?, isBadge: Bool) {
      self.kind = kind
      self.range = range
      self.shown = shown
      self.isBadge = isBadge
    }

    /// The text that a reader sees; of an image, nothing.
    func text(in source: SourceText) -> String { shown ?? source[range] }

    /// What something finds in the bytes of that text; most texts need not be made for it.
    func withBytes<Result>(in source: SourceText, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      if var shown { return shown.withUTF8(body) }
      return source.bytes(in: range).withUnsafeBufferPointer(body)
    }
  }

  let entry: Entry
  /// The place of the entry's link.
  let link: SourceRange
  /// The mark between link and description with the blanks around it; nil where there is none, or none is wanted.
  let separator: SourceRange?
  /// The description without the separator.
  let body: SourceRange
  let pieces: [Piece]
  /// Whether the description is raw HTML, which no inline of the document holds.
  let isRaw: Bool
  /// Whether the description is a part of the link's own line, so that something has to divide the two.
  let isOnLine: Bool

  /// The descriptions of entries; the document's inlines that begin in a range are asked for.
  static func all(
    of entries: [Entry], in document: Document, _ inlines: (SourceRange) -> ArraySlice<LocatedInline>
  ) -> [EntryText] {
    let source = document.source
    var texts: [EntryText] = []
    texts.reserveCapacity(entries.count)
    for entry in entries {
      if let text = EntryText(entry, inlines, in: document, source) { texts.append(text) }
    }
    return texts
  }

  /// Reads the description of an entry; nil for an entry without link or description, and where words stand before the link.
  private init?(
    _ entry: Entry, _ inlines: (SourceRange) -> ArraySlice<LocatedInline>, in document: Document, _ source: SourceText
  ) {
    guard let link = entry.link?.range, let described = entry.description?.range, !described.isEmpty else { return nil }
    guard link.upperBound <= described.lowerBound, entry.leadsWithLink(in: source) else { return nil }
    self.entry = entry
    self.link = link
    let shape = entry.shape
    let isBelow =
      (shape == .details || shape == .heading)
      && source.lineIndex(at: link.lowerBound) != source.lineIndex(at: described.lowerBound)
    let isBehind = shape != .quote && shape != .paragraph && shape != .group && shape != .link
    isOnLine = isBehind && !isBelow
    let outer = inlines(SourceRange(link.upperBound, described.upperBound))
    let direct = isOnLine ? source.separator(before: described.lowerBound, after: link.upperBound) : nil
    let isShortcode = source.isShortcode(at: described.lowerBound - 1)
    let late = (direct == nil || isShortcode) && isOnLine ? Self.lateSeparator(outer, in: source) : nil
    separator = isShortcode ? late : direct ?? late
    let start = max(separator?.upperBound ?? described.lowerBound, described.lowerBound)
    body = SourceRange(start, described.upperBound)
    let shown = Self.pieces(outer, from: start, in: document, source)
    isRaw =
      (shape == .html || shape == .details) && shown.allSatisfy { $0.text(in: source).allSatisfy(\.isWhitespace) }
    pieces = isRaw ? RawPieces(body, in: source).pieces : shown
  }

  /// The inlines that are in no other one, as far as they reach behind an offset.
  private static func pieces(
    _ inlines: ArraySlice<LocatedInline>, from start: Int, in document: Document, _ source: SourceText
  ) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(min(inlines.count, 4))
    var end = 0
    for located in inlines {
      let (range, kind) = (located.range, located.kind)
      guard range.lowerBound >= end else { continue }
      end = range.upperBound
      guard end > start else { continue }
      if range.lowerBound < start, kind == .text {
        pieces.append(Piece(kind, SourceRange(start, end)))
        continue
      }
      let isVisible = kind != .image && kind != .html && kind != .footnoteReference
      let text = isVisible ? document.text(of: located) : ""
      let isBadge = kind == .link && text.allSatisfy(\.isWhitespace)
      pieces.append(Piece(kind, range, shown: text, isBadge: isBadge))
    }
    return pieces
  }

  /// A dash between blanks behind badges, further links and short labels, none of which is the description yet.
  private static func lateSeparator(_ inlines: ArraySlice<LocatedInline>, in source: SourceText) -> SourceRange? {
    var end = 0
    for located in inlines where located.range.lowerBound >= end {
      end = located.range.upperBound
      guard located.kind == .text else { continue }
      guard let dash = source.dashBetweenBlanks(in: located.range) else {
        if !isLabel(source[located.range][...]) { return nil }
        continue
      }
      let before = source[SourceRange(located.range.lowerBound, dash.lowerBound)]
      return isLabel(before[...]) ? dash : nil
    }
    return nil
  }

  /// Whether a text has no words, shortcodes of emoji aside, or only says whose the thing is.
  private static func isLabel(_ text: Substring) -> Bool {
    if text.hasPrefix(" by ") || text.hasPrefix(" (") { return true }
    // With a letter that begins no shortcode it is certain to be words.
    if text.utf8.contains(where: { (0x41...0x5A).contains($0) }) { return false }
    guard text.utf8.contains(UInt8(ascii: ":")) else { return !text.contains(where: \.isLetter) }
    return !text.replacing(/:[a-z0-9_+\-]+:/, with: "").contains(where: \.isLetter)
  }
}

extension Entry {
  /// Whether the entry has a link; to look at a part of it does not copy the whole.
  var hasLink: Bool { link?.range != nil }

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
    let isBlank = { (scalar: Unicode.Scalar) in scalar.isBlank }
    let behind = text.reversed().prefix(while: isBlank).count
    let marks = text.dropLast(behind).reversed().prefix { Unicode.Scalar.dashesAndColons.contains($0) }.count
    guard marks > 0 else { return nil }
    let before = text.dropLast(behind + marks).reversed().prefix(while: isBlank).count
    let length = text.suffix(behind + marks + before).reduce(0) { $0 + UTF8.width($1) }
    return SourceRange(end - length, end + headLength(at: end))
  }

  /// The length of what the description has got of a separator: the head of an arrow, or a dash behind a colon.
  private func headLength(at start: Int) -> Int {
    guard start < bytes.count, [UInt8(ascii: ">"), UInt8(ascii: "-"), 0xE2].contains(bytes[start]) else { return 0 }
    return ["> ", "- ", "– ", "— "].first { bytes[start...].starts(with: $0.utf8) }?.utf8.count ?? 0
  }

  /// The same as far as the bytes of ASCII tell; nil where others have to be looked at.
  private func plainSeparator(before end: Int, after start: Int) -> SourceRange?? {
    func skip(_ offset: Int, _ matches: (UInt8) -> Bool) -> Int {
      var offset = offset
      while offset > start, matches(bytes[offset - 1]) { offset -= 1 }
      return offset
    }
    let behind = skip(end, \.isBlank)
    let marks = skip(behind) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    let before = skip(marks, \.isBlank)
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
  fileprivate var isPlainBlank: Bool { self == " " || self == "\u{A0}" }

  /// Hyphen-minus, the dashes of Unicode, the minus sign, and colons.
  static let dashesAndColons: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", ":", "\u{FF1A}",
    "\u{FF0D}",
  ]
}
