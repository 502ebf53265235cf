import AwesomeList
import Markdown
import Source

/// The text after an entry's link, as the rules about descriptions see it.
struct EntryText: Sendable {
  /// A part of a description that is not inside another one.
  struct Piece: Sendable {
    let kind: Inline.Kind
    let range: SourceRange
    /// The text that a reader sees where that is not what the source has there; of an image, nothing.
    fileprivate let shown: String?
    /// Whether a link contains nothing but images.
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
      return unsafe source.bytes(in: range).withUnsafeBufferPointer(body)
    }
  }

  let entry: Entry
  /// The place of the entry's link.
  let link: SourceRange
  /// The separator with the spaces around it; nil without one.
  let separator: SourceRange?
  /// The description without the separator.
  let body: SourceRange
  let pieces: [Piece]
  /// Whether the description is raw HTML, which is in no inline of the document.
  let isRaw: Bool
  /// Whether the description is a part of the link's own line, so that something has to divide the two.
  let isOnLine: Bool
  /// What the description's first part is; nil where it has none.
  let firstKind: Inline.Kind?
  /// The description's first byte; 0 where it has none.
  let firstByte: UInt8
  /// Whether the last words end in a full stop of ASCII or the like, with nothing after them but badges and blanks.
  let endsPlainly: Bool
  /// Whether the description may begin with the entry's name; false is certain.
  let mayRepeatName: Bool

  /// Reads the description of an entry; nil for an entry without description, or with one before its link.
  ///
  /// A function, since an initializer would retain the document each time.
  static func of(
    _ entry: Entry, _ inlines: (SourceRange) -> ArraySlice<LocatedInline>, in document: Document, _ source: SourceText
  ) -> EntryText? {
    guard let link = entry.link?.range, let described = entry.description?.range, !described.isEmpty else { return nil }
    guard link.upperBound <= described.lowerBound else { return nil }
    let shape = entry.shape
    let isBelow =
      (shape == .details || shape == .heading)
      && source.lineIndex(at: link.lowerBound) != source.lineIndex(at: described.lowerBound)
    let isBehind = shape != .quote && shape != .paragraph && shape != .group && shape != .link
    let isOnLine = isBehind && !isBelow
    let outer = inlines(SourceRange(link.upperBound, described.upperBound))
    let written = isOnLine ? source.separator(before: described.lowerBound, after: link.upperBound) : nil
    // A dash within a sentence that the link begins separates nothing.
    let isMarkdown = shape != .html && shape != .details
    let direct = written.flatMap {
      !isMarkdown || isLabel(source[SourceRange(link.upperBound, max($0.lowerBound, link.upperBound))][...]) ? $0 : nil
    }
    let isShortcode = source.isShortcode(at: described.lowerBound - 1)
    let late = (direct == nil || isShortcode) && isOnLine ? lateSeparator(outer, in: source) : nil
    let separator = isShortcode ? late : direct ?? late
    let start = max(separator?.upperBound ?? described.lowerBound, described.lowerBound)
    let body = SourceRange(start, described.upperBound)
    let shown = pieces(outer, from: start, in: document, source)
    let isRaw =
      (shape == .html || shape == .details) && shown.allSatisfy { $0.text(in: source).isBlank }
    let pieces = isRaw ? RawPieces(body, in: source).pieces : shown
    return EntryText(
      entry: entry, link: link, separator: separator, body: body, pieces: pieces, isRaw: isRaw, isOnLine: isOnLine,
      firstKind: pieces.first?.kind,
      firstByte: body.isEmpty || body.upperBound > source.bytes.count ? 0 : source.bytes[body.lowerBound],
      endsPlainly: pieces.endPlainly(in: source),
      mayRepeatName: pieces.first.map { $0.mayBegin(with: entry.title, in: source) } ?? false)
  }

  /// The outermost inlines that end after an offset.
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
      let isBadge = kind == .link && text.isBlank
      pieces.append(Piece(kind, range, shown: text, isBadge: isBadge))
    }
    return pieces
  }

  /// A dash between spaces after badges, further links and short labels, which come before a description.
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

  /// Whether a text has no words except shortcodes of emoji, or only names an author.
  private static func isLabel(_ text: Substring) -> Bool {
    if text.begins(with: " by ") || text.begins(with: " (") { return true }
    // With a letter that begins no shortcode it is certain to be words.
    if text.utf8.contains(where: \.isASCIIUppercase) { return false }
    guard text.utf8.contains(UInt8(ascii: ":")) else { return !text.contains(where: \.isLetter) }
    return !withoutShortcodes(text).contains(where: \.isLetter)
  }

  /// A text without shortcodes; to make a regular expression for a text or two takes longer than all else that is done about them.
  private static func withoutShortcodes(_ text: Substring) -> String {
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      if first == UInt8(ascii: ":") {
        let name = rest.prefix { $0.isASCIILowercase || $0.isASCIIDigit || "_+-".utf8.contains($0) }
        if !name.isEmpty, rest[name.endIndex...].first == first {
          rest = rest[(name.endIndex + 1)...]
          continue
        }
      }
      kept.append(first)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension EntryText.Piece {
  /// Whether a description that begins with this part may begin with a name and go on as a sentence about it; false is certain, which
  /// where both are ASCII it nearly always is.
  func mayBegin(with name: String, in source: SourceText) -> Bool {
    guard kind != .image, kind != .html else { return false }
    return unsafe withBytes(in: source) { bytes in
      guard let first = unsafe bytes.first, first > 0x20, let initial = name.utf8.first else { return true }
      if first < 0x80, initial < 0x80, first.asciiLowercased != initial.asciiLowercased { return false }
      for (index, right) in zip(bytes.indices, name.utf8) {
        let left = unsafe bytes[index]
        if left >= 0x80 || right >= 0x80 { return true }
        if left.asciiLowercased != right.asciiLowercased { return false }
      }
      // What goes on with a letter is another word.
      return unsafe bytes.count <= name.utf8.count || bytes[name.utf8.count] >= 0x80
        || bytes[name.utf8.count].mayEndName
    }
  }
}

extension [EntryText.Piece] {
  /// Whether the last words end in a full stop of ASCII or the like, with nothing after them but badges and blanks.
  func endPlainly(in source: SourceText) -> Bool {
    for piece in reversed() where !piece.isBadge {
      guard let last = unsafe piece.withBytes(in: source, { unsafe $0.last { !$0.isASCIIWhitespace } }) else {
        continue
      }
      return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    }
    return false
  }
}

extension UInt8 {
  /// Whether a name may end before this byte of ASCII.
  fileprivate var mayEndName: Bool { self <= 0x20 || ",:;(.".utf8.contains(self) }
}
