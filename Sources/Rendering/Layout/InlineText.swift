import Markdown
import Source

/// The source of a block's inlines by line, without the prefixes of the containers around it.
struct InlineText {
  let lines: [String]

  /// The lines of a paragraph without trailing spaces, except those of hard breaks.
  init(_ edited: EditedSource, block: Block, range: SourceRange, quoteDepth: Int) {
    let source = edited.source
    if source.lineIndex(at: range.lowerBound) == source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) {
      // The fast path for most paragraphs: one line.
      lines = [edited[range].trimmedEnd]
      return
    }
    // Spaces before a newline inside code or a tag are part of it.
    let raw = block.allInlines.compactMap { inline in
      inline.kind == .code || inline.kind == .html ? inline.range : nil
    }
    var lines: [String] = []
    let column = Self.contentColumn(in: source, at: range.lowerBound, quoteDepth: quoteDepth)
    let slices = Self.slices(in: source, range: range, quoteDepth: quoteDepth)
    for (index, slice) in slices.enumerated() {
      var text = edited[slice.range]
      let isLast = index == slices.count - 1
      if isLast
        || !raw.contains(where: { $0.lowerBound < slice.range.upperBound && slice.range.upperBound < $0.upperBound })
      {
        let trimmed = text.trimmedEnd
        text = !isLast && text.ends(with: "  ") ? trimmed + "  " : trimmed
      }
      lines.append(index > 0 && Self.wouldStartBlock(text, slice.indentation - column) ? "    " + text : text)
    }
    self.lines = lines
  }

  /// The lines of a range without the prefixes of the containers around it.
  static func lines(in edited: EditedSource, range: SourceRange, quoteDepth: Int) -> [String] {
    slices(in: edited.source, range: range, quoteDepth: quoteDepth).map { edited[$0.range].trimmedEnd }
  }

  private static func slices(
    in source: SourceText, range: SourceRange, quoteDepth: Int
  ) -> [(range: SourceRange, indentation: Int)] {
    let first = source.lineIndex(at: range.lowerBound)
    let last = source.lineIndex(at: max(range.lowerBound, range.upperBound - 1))
    return (first...last).map { index in
      let line = source.line(index)
      let end = min(line.upperBound, range.upperBound)
      if index == first { return (SourceRange(range.lowerBound, end), 0) }
      let prefix = prefix(of: source.bytes(in: line), quoteDepth: quoteDepth)
      return (SourceRange(min(line.lowerBound + prefix.length, end), end), prefix.indentation)
    }
  }

  /// The prefix of a continuation line: its bytes, and the columns of whitespace after the last `>`.
  private static func prefix(of line: ArraySlice<UInt8>, quoteDepth: Int) -> (length: Int, indentation: Int) {
    var depth = quoteDepth
    var length = 0
    var indentation = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: " "): indentation += 1
      case UInt8(ascii: "\t"): indentation += 4
      case UInt8(ascii: ">") where depth > 0:
        depth -= 1
        indentation = -1
      default: return (length, indentation)
      }
      length += 1
    }
    return (length, indentation)
  }

  /// The column, after `>` markers, at which a block's text begins.
  private static func contentColumn(in source: SourceText, at offset: Int, quoteDepth: Int) -> Int {
    let start = source.line(source.lineIndex(at: offset)).lowerBound
    var depth = quoteDepth
    var column = 0
    for byte in source.bytes(in: SourceRange(start, offset)) {
      if byte == UInt8(ascii: ">"), depth > 0 {
        depth -= 1
        column = -1
      } else {
        column += byte == UInt8(ascii: "\t") ? 4 : 1
      }
    }
    return max(column, 0)
  }

  /// Whether a continuation line that is not indented further would begin a block, or turn the lines before it into a heading or table.
  private static func wouldStartBlock(_ text: String, _ indentation: Int) -> Bool {
    let bytes = Set(text.utf8)
    if bytes == Set("=".utf8) || (bytes.contains(UInt8(ascii: "-")) && bytes.isSubset(of: "-|: ".utf8)) { return true }
    guard indentation >= 4, let first = text.utf8.first else { return false }
    return "-+*#>`~|=<_".utf8.contains(first) || first.isASCIIDigit
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its end.
  var trimmedEnd: String { String(Substring(Substring(self).utf8.trimmingSuffix(while: \.isSpaceOrTab))) }
}
