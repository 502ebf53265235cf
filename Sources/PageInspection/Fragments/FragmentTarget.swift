public import HTTP
internal import Markdown
internal import Source

/// The part of a page that a link's fragment names.
public enum FragmentTarget: Hashable, Sendable {
  /// Nothing that the page's HTML can show.
  case nothing
  /// An element with one of these ids or names.
  case anchor(Set<String>)
  /// A text.
  case text(TextFragment)

  /// The largest number of bytes of a name.
  static let longest = 512

  /// - Parameters:
  ///   - fragment: the text after `#`, undecoded.
  ///   - address: of the page.
  public init(_ fragment: String, at address: WebAddress) {
    // A browser shows the quoted text, and only where that is missing the element that is named before it.
    if let text = TextFragment(fragment) {
      self = .text(text)
      return
    }
    let name = fragment.place(of: ":~:").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    // Routes and states for a page's scripts: `/`, `!`, `operation/list`, `gid=0`, `page=3`.
    let isForScripts =
      name.begins(with: "!") || name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
    guard !name.isEmpty, name.lowercased() != "top", !isForScripts, name.utf8.count <= Self.longest else {
      self = .nothing
      return
    }
    let decoded = PercentEncoding.decode(name)
    let forge = Forge(address)
    guard forge?.makesByScript(decoded) != true else {
      self = .nothing
      return
    }
    var names: Set = [name, decoded, "user-content-" + decoded]
    if forge == .gitHub || address.url.upTo("?").hasMarkdownSuffix {
      for name in Fragment.spellings(of: decoded).flatMap(Self.forms) {
        names.formUnion([name, "user-content-" + name])
      }
    }
    self = .anchor(names)
  }

  /// The forms that the anchor of a heading may have on GitHub: with the selector of an emoji at its start, or without it.
  private static func forms(of name: String) -> [String] {
    let start = name.utf8.first == UInt8(ascii: "-") ? ["\u{FE0F}" + name] : []
    return [name, Fragment.certainPart(of: name)].filter { !$0.isEmpty } + start
  }
}
