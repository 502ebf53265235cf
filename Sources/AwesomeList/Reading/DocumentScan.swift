import Markdown
import Source

/// The first pass over a document: raw HTML, anchors, links and, on all cores for a large one, the entries of lists.
struct DocumentScan {
  let html: RawHTML
  private(set) var anchors: Anchors
  /// Every link and image, also in raw HTML, in the order of the text.
  private(set) var links: [ListLink] = []
  /// A builder that has already read the outermost lists of a large document.
  private(set) var entryBuilder: EntryBuilder

  /// The size in bytes from which a document is read on all cores.
  private static let largeSize = 1 << 16

  private enum Work: Sendable {
    case anchors, links
    case entries([Block])
  }

  private enum Outcome: Sendable {
    case anchors(Anchors)
    case links([ListLink])
    case entries([(list: Block, entries: [Entry])])
  }

  init(_ document: Document) {
    let html = RawHTML(document)
    let builder = EntryBuilder(html: html)
    self.html = html
    entryBuilder = builder
    guard document.source.bytes.count >= Self.largeSize else {
      anchors = Anchors(document, html: html)
      links = Self.links(of: document, html)
      return
    }
    anchors = Anchors()
    let work = [.anchors, .links] + EntryBuilder.groups(of: document.blocks).map(Work.entries)
    let outcomes = work.parallelMap { work -> Outcome in
      switch work {
      case .anchors: .anchors(Anchors(document, html: html))
      case .links: .links(Self.links(of: document, html))
      case .entries(let lists): .entries(lists.map { ($0, builder.entries(of: $0)) })
      }
    }
    for outcome in outcomes {
      switch outcome {
      case .anchors(let found): anchors = found
      case .links(let found): links = found
      case .entries(let found): for (list, entries) in found { entryBuilder.keep(entries, of: list) }
      }
    }
  }

  private static func links(of document: Document, _ html: RawHTML) -> [ListLink] {
    let links = document.links.map { ListLink($0) }
    let others = html.links
    return others.isEmpty ? links : (links + others).sorted { $0.range < $1.range }
  }
}
