import Markdown
import Markup
import Source

/// What the `#fragments` of a document's links can point at.
///
/// Source: GitHub's rendering of Markdown, which gives each heading an anchor and keeps `id` and `name` of raw HTML.
public struct Anchors: Sendable {
  /// The anchors of headings, by the offset at which the heading starts.
  private let byHeading: [Int: String]
  /// Every anchor: of headings of both kinds, and of `id` and `name` attributes.
  private let targets: Set<String>
  /// Where the tags begin that have each of these attributes; of those with one value, the first.
  private let places: [String: Int]

  /// Whether a fragment, without its `#`, leads somewhere on a page of GitHub.
  public func resolves(_ fragment: String) -> Bool {
    fragment.isEmpty || fragment == "top" || fragment == "readme" || targets.contains(Self.target(of: fragment))
  }

  /// The anchor that a fragment names: percent-decoded, without the prefix that GitHub puts before anchors.
  public static func target(of fragment: String) -> String {
    let decoded = PercentEncoding.decode(fragment)
    let prefix = "user-content-"
    return decoded.hasPrefix(prefix) ? String(decoded.dropFirst(prefix.count)) : decoded
  }

  /// Where the tag begins to which a fragment leads by an `id` or a `name`; nil where none has it.
  public func place(ofTag fragment: String) -> Int? { places[Self.target(of: fragment)] }

  /// Every anchor by its form in lower case; nil where several have the same.
  public var byLowercase: [String: String?] {
    Dictionary(targets.map { ($0.lowercased(), $0) }) { _, _ in nil }
  }

  /// The anchor of the heading that starts at an offset; of HTML, whose start tag does.
  func anchor(at offset: Int) -> String {
    byHeading[offset] ?? ""
  }

  /// Those of a document without any.
  init() {
    byHeading = [:]
    targets = []
    places = [:]
  }

  init(_ document: Document, html: RawHTML) {
    var headings = HTMLHeading.all(in: html.tokens).map { (offset: $0.range.lowerBound, text: $0.text) }
    headings += document.headings.map { ($0.range.lowerBound, $0.text) }
    headings.sort { $0.offset < $1.offset }
    var targets: Set<String> = []
    var slugger = Slugger()
    var byHeading: [Int: String] = [:]
    for heading in headings {
      let anchor = slugger.anchor(for: heading.text)
      targets.insert(anchor)
      byHeading[heading.offset] = anchor
    }
    var places: [String: Int] = [:]
    for token in html.tokens {
      guard case .start(let tag) = token.kind else { continue }
      for name in ["id", "name"] {
        guard let value = tag[name], !value.isEmpty else { continue }
        targets.insert(value)
        if places[value] == nil { places[value] = token.range.lowerBound }
      }
    }
    for inline in document.footnoteReferences {
      let label = inline.text.drop { $0 == "^" }.lowercased()
      targets.formUnion(["fn-\(label)", "fnref-\(label)"])
    }
    self.byHeading = byHeading
    self.targets = targets
    self.places = places
  }
}
