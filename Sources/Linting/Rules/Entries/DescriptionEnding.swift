import AwesomeList
import Markdown
import Source

/// How a description ends, once what may follow its last sentence is left aside: tags, badges, emoji, links.
struct DescriptionEnding {
  /// The last character where a full stop is missing; nil where none is.
  let missingStop: SourceRange?
  /// Where a full stop can be written; nil where the sentence ends in a mark, or it is not certain where it ends.
  let insertion: Int?
  /// Whether the sentence has Chinese characters or kana in it.
  let isEastAsian: Bool

  init(_ text: EntryText, in source: SourceText) {
    // Most descriptions end so, and nothing more has to be looked at.
    if text.endsPlainly {
      missingStop = nil
      insertion = nil
      isEastAsian = false
      return
    }
    // Of those that lack a full stop, most end in a word of ASCII.
    if let end = Self.endOfPlainWord(text.pieces, in: source) {
      missingStop = SourceRange(end - 1, end)
      insertion = end
      isEastAsian = false
      return
    }
    let shown = Part.all(of: text.pieces, in: source)
    let sentence = shown.filter { $0.kind != .link }.map(\.text).joined()
    let whole = shown.map(\.text).joined()
    let isEnded = Self.core(whole).isEnded || Self.withoutTrailingLinks(shown).isEnded
    let told = isEnded ? [] : Self.withoutTrailingLabels(shown)
    guard sentence.contains(where: \.isLetter), let last = told.last(where: { !Self.core($0.text).isEmpty }) else {
      missingStop = nil
      insertion = nil
      isEastAsian = false
      return
    }
    let end = Self.end(of: last, in: source)
    let core = Self.core(told.map(\.text).joined())
    missingStop = source.lastCharacter(before: end)
    isEastAsian = sentence.hasEastAsianLetter
    // Code after the words may be a tag or the end of the sentence, and a sentence that ends in a comma lacks more than a stop.
    // A full stop after a bare address may become a part of it.
    let lastWord = source.lastBlank(before: end)
    let isBare = shown.contains { piece in
      piece.kind == .link && piece.range.lowerBound >= lastWord
        && !")]>".utf8.contains(source.bytes(in: piece.range).last ?? 0)
    }
    let isCertain =
      !isBare && (last.kind != .code || text.entry.tags.isEmpty)
      && core.last.map { $0.isLetter || $0.isNumber || ")]%#+\"'”’）」』】".contains($0) } ?? false
    insertion = isCertain ? end : nil
  }

  /// The offset after a word of ASCII that ends the description's last text, badges aside, and is in it as a whole; nil elsewhere,
  /// and where Chinese or kana may come before it.
  private static func endOfPlainWord(_ pieces: [EntryText.Piece], in source: SourceText) -> Int? {
    let isBlank = { (piece: EntryText.Piece) in
      unsafe piece.withBytes(in: source) { unsafe $0.allSatisfy(\.isASCIIWhitespace) }
    }
    guard let last = pieces.last(where: { !$0.isBadge && !isBlank($0) }), last.kind == .text else { return nil }
    let bytes = source.bytes(in: last.range)
    guard let index = bytes.lastIndex(where: { !$0.isASCIIWhitespace }), bytes[index].isASCIILetter else { return nil }
    guard bytes[..<index].contains(where: \.isASCIIWhitespace) else { return nil }
    guard pieces.allSatisfy({ unsafe $0.withBytes(in: source) { unsafe $0.allSatisfy { $0 < 0xE3 } } }) else {
      return nil
    }
    let blank = bytes[...index].lastIndex(where: \.isASCIIWhitespace) ?? bytes.startIndex
    return bytes[blank...index].allSatisfy({ $0.isASCIIWhitespace || $0.isASCIILetter }) ? index + 1 : nil
  }

  /// The text without blanks and emoji at its end.
  private static func core(_ text: String) -> Substring {
    var text = text[...]
    while let last = text.last {
      if last.isWhitespace || last.isPictograph {
        text.removeLast()
      } else if text.utf8.last == UInt8(ascii: ":"), let name = text.startOfLastShortcode {
        text = text[..<name]
      } else {
        break
      }
    }
    return text
  }

  /// The parts before labels such as `**[Deprecated]**` at the end, where any words are left: the sentence ends there.
  private static func withoutTrailingLabels(_ parts: [Part]) -> ArraySlice<Part> {
    var told = parts[...]
    while let last = told.last, last.isBracketed || told.endsInJoiner { told.removeLast() }
    return told.contains { $0.text.contains(where: \.isLetter) } ? told : parts[...]
  }

  /// The text before the links, and the brackets and commas around them, that follow the last sentence.
  private static func withoutTrailingLinks(_ pieces: [Part]) -> Substring {
    var pieces = pieces[...]
    while let last = pieces.last {
      let isAside =
        last.kind == .link || last.kind == .code || last.isBracketed || pieces.endsInJoiner
        || !last.text.contains { $0.isLetter || $0.isNumber }
      guard isAside, !core(last.text).isEnded else { break }
      pieces.removeLast()
    }
    var text = core(pieces.map(\.text).joined())
    while let last = text.last, last.opensAside { text.removeLast() }
    return text
  }

  /// The offset after a piece without the blanks and emoji at its end.
  private static func end(of piece: Part, in source: SourceText) -> Int {
    guard piece.kind == .text else { return piece.range.upperBound }
    return piece.range.lowerBound + core(source[piece.range]).utf8.count
  }
}

/// A part of a description that shows something, with its text.
private struct Part {
  let kind: Inline.Kind
  let range: SourceRange
  let text: String

  /// The parts of a description without badges and blank ones; texts that touch are one, since each mark that might mean something
  /// divides them.
  static func all(of pieces: [EntryText.Piece], in source: SourceText) -> [Part] {
    var parts: [Part] = []
    for piece in pieces where !piece.isBadge {
      let text = piece.text(in: source)
      if text.isBlank { continue }
      if let last = parts.last, last.kind == .text, piece.kind == .text,
        last.range.upperBound == piece.range.lowerBound
      {
        parts[parts.count - 1] = Part(kind: .text, range: last.range.union(piece.range), text: last.text + text)
      } else {
        parts.append(Part(kind: piece.kind, range: piece.range, text: text))
      }
    }
    return parts
  }

  /// Whether this is a label such as `**[Deprecated]**`.
  var isBracketed: Bool {
    kind != .text && text.first.map { "[(".contains($0) } == true && text.last.map { "])".contains($0) } == true
  }
}

extension ArraySlice<Part> {
  /// Whether the last part is nothing but a word that joins two labels, of which one comes before it.
  fileprivate var endsInJoiner: Bool {
    guard let last, last.kind == .text, dropLast().last?.isBracketed == true else { return false }
    return ["and", "or", "&", "+"].contains(last.text.filter { !$0.isWhitespace })
  }
}

extension Substring {
  /// Where the name of an emoji begins that ends the text, such as `:rocket:`; nil where none does.
  fileprivate var startOfLastShortcode: Index? {
    let rest = removing(suffix: ":") ?? ""
    guard let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":")),
      Shortcodes.shared.emoji(named: rest[rest.utf8.index(after: colon)...].utf8) != nil
    else { return nil }
    return colon
  }
}

extension String {
  /// Whether there is a Chinese character or kana in the text.
  var hasEastAsianLetter: Bool {
    // All of them begin with one of these bytes.
    utf8.contains { $0 >= 0xE3 } && contains(where: \.isEastAsianLetter)
  }
}

extension Character {
  /// Whether the character is drawn as a picture.
  var isPictograph: Bool {
    guard let first = unicodeScalars.first, !first.isASCII, first.properties.isEmoji else { return false }
    // Unless it is asked for as a picture, a doubled mark ends a sentence, and a trade mark is a part of a name.
    return unicodeScalars.count > 1 || first.value > 0x2049 && first.value != 0x2122
  }

  /// Whether this is a Chinese character or kana.
  var isEastAsianLetter: Bool {
    unicodeScalars.first.map { (0x3040...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value) } ?? false
  }
}

extension SourceText {
  /// The offset after the last blank before an offset.
  fileprivate func lastBlank(before end: Int) -> Int {
    var start = end
    while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
    return start
  }

  /// The range of the character that ends at an offset.
  fileprivate func lastCharacter(before end: Int) -> SourceRange {
    var start = max(end - 1, 0)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return SourceRange(start, end)
  }
}
