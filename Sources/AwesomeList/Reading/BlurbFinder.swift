import Markdown
import Markup
import Source

/// Finds the first text about a list's subject, before the first section.
struct BlurbFinder {
  let html: RawHTML

  /// The fewest words outside of links in raw HTML, which has labels of links and badges, too.
  private static let fewestWords = 5

  func blurb(title: Heading?, preamble: [Element]) -> Blurb? {
    for case .kept(let block) in preamble {
      switch block.kind {
      case .paragraph, .quote:
        let text = block.visibleText
        // A text with a final colon introduces something else.
        let isIntroduction = text.ends(with: ":") || text.ends(with: "：")
        if text.isEmpty || isIntroduction || ContentsFinder.isLabel(text) { continue }
        return Blurb(text: text, range: block.range)
      default: continue
      }
    }
    // Raw HTML is more often thanks and advertisements, so it is the blurb only if nothing else is.
    let blocks = [title?.block].compactMap(\.self) + preamble.filter(\.isKept).flatMap(\.blocks)
    return blocks.lazy.filter { $0.kind == .html }.compactMap { blurb(inHTML: $0, below: title) }.first
  }

  /// The first paragraph of raw HTML that is more than links and a label.
  private func blurb(inHTML block: Block, below title: Heading?) -> Blurb? {
    let all = html.tokens(in: block.range)
    // A heading other than the title is that of an advertisement or a section.
    let isTitle = title?.range == block.range
    guard HTMLHeading.all(in: all).allSatisfy({ isTitle && $0.level == 1 }) else { return nil }
    var tokens: [HTMLToken] = []
    var headings = 0
    for token in all {
      switch token.kind {
      case .start(let tag) where Self.excluded.contains(tag.name): return nil
      case .start(let tag) where HTMLHeading.level(tag.name) != nil: headings += 1
      case .end(let name) where HTMLHeading.level(name) != nil: headings = max(headings - 1, 0)
      case .start(let tag) where Self.dividers.contains(tag.name): break
      case .end(let name) where Self.dividers.contains(name): break
      default:
        if headings == 0 { tokens.append(token) }
        continue
      }
      if let blurb = blurb(of: tokens, block) { return blurb }
      tokens = []
    }
    return blurb(of: tokens, block)
  }

  private func blurb(of tokens: [HTMLToken], _ block: Block) -> Blurb? {
    let text = FlatText(tokens[...])
    var (own, linked) = (0, 0)
    for span in text.spans {
      switch span.kind {
      case .text: own += text.wordCount(span.bounds)
      case .link: linked += text.wordCount(span.bounds)
      default: continue
      }
    }
    let words = text.string(text.bytes.indices)
    let isLong = own >= Self.fewestWords || words.unicodeScalars.count { $0.value >= 0x2E80 } > 2 * Self.fewestWords
    guard isLong, own >= 3 * linked, words.last != ":", words.last != "：" else { return nil }
    return Blurb(text: words, range: block.range)
  }

  private static let excluded: Set<String> = ["details", "table", "ul", "ol", "dl", "pre"]
  private static let dividers: Set<String> = ["p", "div", "br", "hr", "center", "blockquote", "section"]
}
