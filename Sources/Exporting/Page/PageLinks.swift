import Markup
import AwesomeList
import Markdown
import Source

/// The addresses that links of a list have on the page, and the content that they are in.
struct PageLinks {
  private let origin: ListOrigin
  /// The anchors of the sections on the page.
  private var anchors: Set<String> = []

  init(_ list: List, _ origin: ListOrigin, _ content: ListContent) {
    self.origin = origin
    anchors = Set(list.sections.flatMap { self.anchors($0, content) })
  }

  /// The anchors of a section and those below it that are not empty.
  private func anchors(_ section: Section, _ content: ListContent) -> [String] {
    let inner = section.sections.flatMap { anchors($0, content) }
    let isEmpty = section.entries.isEmpty && !content.contents(of: section).contains(where: isShown)
    return isEmpty && (inner.isEmpty || section.heading.isContents) ? inner : [section.anchor] + inner
  }

  /// A safe address: of the web, of a section of the page, or of a file in the repository if that is known; else nil.
  func address(_ url: String) -> String? {
    if let safe = SafeAddress.of(url) { return safe }
    if let fragment = url.ownFragment {
      return Fragment.spellings(of: fragment).first(where: anchors.contains).map { "#" + Self.encoded($0) }
    }
    if url.utf8.starts(with: "//".utf8) { return SafeAddress.of("https:" + url) }
    let scheme = url.utf8.prefix { !"/#?".utf8.contains($0) }
    return scheme.contains(UInt8(ascii: ":")) || url.isEmpty ? nil : origin.address(of: url)
  }

  /// The anchor of a section if it is on the page.
  func anchor(of section: Section) -> String? {
    anchors.contains(section.anchor) ? "#" + Self.encoded(section.anchor) : nil
  }

  /// Whether there is something to see: images are shown as links, if that is possible.
  private func isShown(_ content: Content) -> Bool {
    content.kind != .images || content.runs.contains { $0.link.flatMap { address($0.url) } != nil }
  }

  func blocks(_ contents: [Content]) -> [PageBlock] { contents.filter(isShown).map(block) }

  private func block(_ content: Content) -> PageBlock {
    let runs = content.runs.compactMap { run in
      let shown = self.run(run)
      return content.kind == .images && run.link != nil && shown.url == nil ? nil : shown
    }
    return PageBlock(content, runs: runs, blocks: blocks(content.children))
  }

  private func run(_ run: Content.Run) -> PageRun {
    guard let link = run.link, let url = address(link.url) else { return PageRun(text: run.text, isCode: run.isCode) }
    return PageRun(text: run.text.trimmed.isEmpty ? url : run.text, url: url, isCode: run.isCode)
  }

  /// A text percent-encoded for a fragment.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      byte.isASCIIAlphanumeric || "-._~".utf8.contains(byte)
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
