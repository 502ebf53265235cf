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
  /// The first anchor with each certain part, where that is not the anchor itself.
  private let byCertainPart: [String: String]
  /// The offset of the first tag with each `id` or `name`.
  private let tagOffsets: [String: Int]

  /// Whether a fragment, without its `#`, has a target on GitHub.
  public func resolves(_ fragment: String) -> Bool {
    fragment.isEmpty || ["top", "readme"].contains(fragment.lowercased()) || target(for: fragment) != nil
  }

  /// The anchor that a fragment leads to, which may be written in another form; nil for a fragment that leads nowhere.
  public func target(for fragment: String) -> String? {
    for anchor in Fragment.spellings(of: fragment) {
      if targets.contains(anchor) { return anchor }
      let part = Fragment.certainPart(of: anchor)
      if part.isEmpty { continue }
      if let target = targets.contains(part) ? part : byCertainPart[part] { return target }
    }
    return nil
  }

  /// The offset of the tag with the `id` or `name` of a fragment, if any.
  public func tagOffset(for fragment: String) -> Int? { target(for: fragment).flatMap { tagOffsets[$0] } }

  /// Whether there are tags with an `id` or `name`.
  var hasTags: Bool { !tagOffsets.isEmpty }

  /// The names of the tags in a range, in the order of the text.
  func tagNames(in range: SourceRange) -> [String] {
    tagOffsets.filter { range.contains($0.value) }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

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
    byCertainPart = [:]
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
    let parts = (headings.compactMap { byHeading[$0.offset] } + tagOffsets.keys.sorted()).map {
      (Fragment.certainPart(of: $0), $0)
    }
    byCertainPart = Dictionary(parts.filter { $0.0 != $0.1 }) { first, _ in first }
    self.targets = targets
    self.tagOffsets = tagOffsets
  }
}
