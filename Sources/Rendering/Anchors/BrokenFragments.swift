import AwesomeList
import Markdown
import Source

extension List {
  /// The links into the list without a target.
  var linksWithoutTarget: [ListLink] {
    links.filter { $0.fragment.map { !anchors.resolves($0) } ?? false }
  }

  /// The same as addresses with their lines.
  var brokenFragments: [BrokenFragment] {
    linksWithoutTarget.map {
      BrokenFragment(address: $0.url, line: document.source.location(of: $0.range.lowerBound).line)
    }
  }

  /// Whether a link leads to an anchor.
  func hasLink(to anchor: String) -> Bool {
    links.contains { $0.fragment.flatMap(anchors.target) == anchor }
  }
}
