import AwesomeList
import Markdown
import Markup
import Source

/// The source of an entry's link and description, without the separator and the markup around them.
struct EntrySource {
  /// The link in Markdown.
  let link: String
  /// The link in HTML; nil where its text has more than words and code.
  let linkHTML: String?
  /// The lines of the description, 1 or more.
  let description: [String]

  /// Splits a list item; nil where it has more than a link and a description, or less.
  init?(_ entry: Entry, item: Block, quote: Block?, text: EditedSource) {
    guard case .item(isChecked: nil) = item.kind, entry.children.isEmpty, item.children.count <= 2,
      let first = item.children.first, first.kind == .paragraph,
      let inline = first.inlines.first, let link = inline.link, !link.isImage, link.range == entry.link?.range,
      let range = link.range, let end = first.inlinesRange?.upperBound
    else { return nil }
    let below = (Array(item.children.dropFirst()) + [quote].compactMap(\.self)).map(\.onlyParagraph)
    let after = text.source[SourceRange(range.upperBound, end)]
    if after.isBlank {
      guard below.count == 1, let found = below[0], let inside = found.block.inlinesRange else { return nil }
      description = InlineText(text, block: found.block, range: inside, quoteDepth: found.depth).lines
    } else {
      guard below.isEmpty, let start = entry.description?.range.lowerBound, start > range.upperBound, start < end,
        EntrySeparators.isSeparator(text.source[SourceRange(range.upperBound, start)])
      else { return nil }
      description = InlineText(text, block: first, range: SourceRange(start, end), quoteDepth: 0).lines
    }
    guard !description.isEmpty, description.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.link = InlineText.lines(in: text, range: range, quoteDepth: 0).joined(separator: " ")
    linkHTML = Self.html(of: inline, link)
  }

  /// Splits a `details` element whose summary has the link, and may have the description; nil where it has more, or less.
  init?(details entry: Entry, source text: EditedSource) {
    guard entry.shape == .details, entry.children.isEmpty, entry.tags.isEmpty, let link = entry.link,
      let description = entry.description, entry.range.contains(description.range)
    else { return nil }
    let before = text.source[SourceRange(entry.range.lowerBound, description.range.lowerBound)]
    let after = text.source[SourceRange(description.range.upperBound, entry.range.upperBound)].lowercased()
    let tags = before.matches(of: /<(\/?[A-Za-z]+)[^>]*>/)
    let words = before.replacing(/<[^>]*>/.matchingSemantics(.unicodeScalar), with: "").filter {
      !EntrySeparators.characters.contains($0) && $0 != ">"
    }
    guard tags.allSatisfy({ ["details", "summary", "a", "/a", "/summary"].contains($0.1.lowercased()) }),
      tags.count(where: { $0.1.lowercased() == "a" }) == 1,
      words.words == entry.title.filter({ !EntrySeparators.characters.contains($0) && $0 != ">" }).words,
      ["</details>", "</summary></details>"].contains(after.filter { !$0.isWhitespace })
    else { return nil }
    let depth = before.ends(with: ">") || before.ends(with: "> ") ? 1 : 0
    var lines = InlineText.lines(in: text, range: description.range, quoteDepth: depth)
    // Where HTML has more spaces than a reader sees, the range may begin with the separator.
    if let first = lines.first {
      lines[0] = String(first.drop { EntrySeparators.characters.contains($0) || $0.isWhitespace })
    }
    self.description = lines
    guard self.description.allSatisfy({ !$0.isEmpty }) else { return nil }
    let title = entry.title.unicodeScalars.map { "\\`*_[]<>&".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }
      .joined()
    let isPlain = link.url.unicodeScalars.allSatisfy {
      !"()<>\\".unicodeScalars.contains($0) && !$0.isWhitespace
    }
    self.link = "[\(title)](\(isPlain ? link.url : "<\(link.url)>"))"
    linkHTML = nil
  }

  private static func html(of inline: Inline, _ link: Link) -> String? {
    var text = ""
    for child in inline.children {
      switch child.kind {
      case .text: text += child.text.escapedForHTML
      case .code: text += "<code>\(child.text.escapedForHTML)</code>"
      case .softBreak: text += " "
      default: return nil
      }
    }
    let title = link.title.map { " title=\"\($0.escapedForHTML)\"" } ?? ""
    return "<a href=\"\(link.destination.escapedForHTML)\"\(title)>\(text)</a>"
  }
}

extension Block {
  /// This paragraph, or the only one of this quote, with its quote depth.
  fileprivate var onlyParagraph: (block: Block, depth: Int)? {
    if kind == .paragraph { return (self, 0) }
    guard kind == .quote, children.count == 1, children[0].kind == .paragraph else { return nil }
    return (children[0], 1)
  }
}
