import AwesomeList
import Markdown
import Source

/// What the page says of the list itself, as far as it is known.
struct PageAbout {
  /// Links to the repository and to how to contribute.
  let links: [PageRun]
  let licence: PageRun?
  /// The day of the last change, such as `2024-02-29`.
  let date: String?

  init(_ list: List, _ origin: ListOrigin, _ links: PageLinks) {
    let repository = origin.repository.map { PageRun(text: "Repository", url: $0) }
    let guide = Self.guide(list, origin, links).map { PageRun(text: "Contribute", url: $0) }
    self.links = [repository, guide].compactMap(\.self)
    licence = Self.licence(list, links)
    date = origin.date.map { String(AtomDate.text($0).prefix(10)) }
  }

  /// The address of how to contribute: the repository's guide, one that the list links to, or a section.
  private static func guide(_ list: List, _ origin: ListOrigin, _ links: PageLinks) -> String? {
    if let path = origin.contributing, let address = origin.address(of: "/" + path) { return address }
    let linked = list.links.lazy.filter { !$0.isImage && $0.namesGuide }.compactMap { links.address($0.url) }.first
    if let linked { return linked }
    return list.allSections.lazy.filter { $0.footer == .contributing }.compactMap(links.anchor).first
  }

  /// The licence that the list's section about it names first, or that section.
  private static func licence(_ list: List, _ links: PageLinks) -> PageRun? {
    guard let section = list.allSections.first(where: { $0.footer == .license }) else { return nil }
    let end = section.elements.flatMap(\.blocks).last?.range.upperBound ?? section.heading.range.upperBound
    let range = SourceRange(section.heading.range.lowerBound, end)
    let inside = list.links.filter { range.contains($0.range) && !$0.isFragment }
    let found = inside.lazy.filter { !$0.isImage }.compactMap { link in
      links.address(link.url).map { (link: link, url: $0) }
    }.first
    guard let found else { return links.anchor(of: section).map { PageRun(text: section.title, url: $0) } }
    let image = inside.first { $0.isImage && found.link.range.contains($0.range) }?.text ?? ""
    let text = found.link.text.isEmpty ? image : found.link.text
    return PageRun(text: text.isEmpty ? section.title : text, url: found.url)
  }
}

extension ListLink {
  /// Whether the address is of a file that tells how to contribute.
  fileprivate var namesGuide: Bool {
    let path = url.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let name = Substring(path).split(separator: "/").last?.lowercased() ?? ""
    return ["contributing", "contributing.md", "contributing.rst", "contributing.adoc"].contains(name)
  }
}
