import Markdown
import Markup
import Source

/// The anchors of a document: the targets for the `#fragments` of its links.
///
/// Source: GitHub's rendering of Markdown, which gives each heading an anchor and keeps `id` and `name` of raw HTML.
public struct Anchors: Sendable {
  /// The anchors of headings by the offset of the heading.
  private let byHeading: [Int: String]
  /// Every anchor: of headings of both kinds, and of `id` and `name` attributes.
  private let targets: Set<String>
  /// The offset of the first tag with each `id` or `name`.
  private let tagOffsets: [String: Int]

  /// Whether a fragment, without its `#`, has a target on GitHub.
  public func resolves(_ fragment: String) -> Bool {
    fragment.isEmpty || fragment == "top" || fragment == "readme" || targets.contains(Self.target(of: fragment))
  }

  /// The anchor for a fragment: percent-decoded, without GitHub's prefix.
  public static func target(of fragment: String) -> String {
    let decoded = PercentEncoding.decode(fragment)
    let prefix = "user-content-"
    return String(decoded.removing(prefix: prefix) ?? decoded[...])
  }

  /// The offset of the tag with the `id` or `name` of a fragment, if any.
  public func tagOffset(for fragment: String) -> Int? { tagOffsets[Self.target(of: fragment)] }

  /// Every anchor by its lower-case form; nil if several share it.
  public var byLowercase: [String: String?] {
    Dictionary(targets.map { ($0.lowercased(), $0) }) { _, _ in nil }
  }

  /// The anchor of the heading, or start tag of a heading, at an offset.
  func anchor(at offset: Int) -> String {
    byHeading[offset] ?? ""
  }

  /// The anchors of an empty document.
  init() {
    byHeading = [:]
    targets = []
    tagOffsets = [:]
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
    var tagOffsets: [String: Int] = [:]
    for token in html.tokens {
      guard case .start(let tag) = token.kind else { continue }
      for name in ["id", "name"] {
        guard let value = tag[name], !value.isEmpty else { continue }
        targets.insert(value)
        if tagOffsets[value] == nil { tagOffsets[value] = token.range.lowerBound }
      }
    }
    for inline in document.footnoteReferences {
      let label = String(inline.text.unicodeScalars.drop { $0 == "^" }).lowercased()
      targets.formUnion(["fn-\(label)", "fnref-\(label)"])
    }
    self.byHeading = byHeading
    self.targets = targets
    self.tagOffsets = tagOffsets
  }
}
