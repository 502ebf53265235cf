import Markdown
import Source

/// Finds the edits to the canonical inline style: `*emphasis*`, `**strong**`, `'link titles'`, `[text][]` for `[text][text]`, and
/// lowercase labels of definitions with single spaces.
///
/// A delimiter is kept where the new one could mean something else beside its neighbours.
struct InlineStyle {
  private let source: SourceText

  static func edits(in document: Document) -> [Edit] {
    let style = InlineStyle(source: document.source)
    let asterisks = DelimiterStyle(source: document.source)
    let delimiters = document.allInlines.flatMap { inline -> [Edit] in
      guard let range = inline.range else { return [] }
      switch inline.kind {
      case .emphasis: return asterisks.edits(of: range, length: 1, to: UInt8(ascii: "*"))
      case .strong: return asterisks.edits(of: range, length: 2, to: UInt8(ascii: "*"))
      default: return []
      }
    }
    let links = document.links
    let titles = links.compactMap { $0.titleRange } + document.definitions.compactMap { $0.titleRange }
    let references =
      links.filter { $0.form == .reference }.compactMap { style.label(of: $0) }
      + document.definitions.compactMap { style.label(of: $0) }
    return (delimiters + titles.flatMap(style.quotes) + references).sorted { $0.range < $1.range }
  }

  /// Single quotes, or double ones around an apostrophe.
  private func quotes(of title: SourceRange) -> [Edit] {
    guard title.lowerBound > 0, title.upperBound < source.bytes.count else { return [] }
    let text = source.bytes(in: title)
    let free = ["'", "\""].first { !text.contains($0.utf8.first ?? 0) }
    guard let quote = free, !text.contains(UInt8(ascii: "\\")),
      source.bytes[title.lowerBound - 1] != quote.utf8.first
    else { return [] }
    return [
      Edit(SourceRange(title.lowerBound - 1, title.lowerBound), quote),
      Edit(SourceRange(title.upperBound, title.upperBound + 1), quote),
    ]
  }

  /// Removes a reference label that repeats the text.
  private func label(of link: Link) -> Edit? {
    guard link.form == .reference, let range = link.range, let text = link.textRange else { return nil }
    let label = SourceRange(text.upperBound + 1, range.upperBound)
    guard label.count > 2 else { return nil }
    let name = source[SourceRange(label.lowerBound + 1, label.upperBound - 1)]
    guard let canonical = Self.canonical(name), canonical == Self.canonical(source[text]) else { return nil }
    return Edit(label, "[]")
  }

  private func label(of definition: LinkDefinition) -> Edit? {
    guard let canonical = Self.canonical(definition.label), canonical != definition.label else { return nil }
    let start = definition.range.lowerBound + 1
    return Edit(SourceRange(start, start + definition.label.utf8.count), canonical)
  }

  /// A label in lowercase with single spaces; nil where it may contain markup.
  static func canonical(_ label: String) -> String? {
    var hasSingleBlanks = true
    var last = UInt8(ascii: " ")
    for byte in label.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), 0x80...:
        return nil
      case UInt8(ascii: " "): if last == byte { hasSingleBlanks = false }
      case ..<0x20: hasSingleBlanks = false
      default: break
      }
      last = byte
    }
    // The fast path for most labels.
    if hasSingleBlanks, last != UInt8(ascii: " ") { return label.lowercased() }
    return label.lowercased().utf8.split(whereSeparator: \.isASCIIWhitespace).map { String(Substring($0)) }.joined(
      separator: " ")
  }
}
