import Markdown
import Markup
public import Source

/// A link or image of a list in Markdown or HTML.
///
/// An immutable class, because entries, rules and sorted arrays share thousands of them.
public final class ListLink: Sendable {
  /// The visible text; of an image, its alternative text.
  public let text: String
  /// The address with escapes and entities resolved and otherwise unchanged.
  public let url: String
  public let isImage: Bool
  private let place: CompactRange
  private let destination: CompactRange
  private let definition: CompactRange
  /// The alternative text of the images in a link without text; otherwise nil.
  let imageText: String?

  /// The whole construct, of HTML the start tag; an empty range at 0 if it was not found in the source.
  public var range: SourceRange { place.range ?? SourceRange(0, 0) }
  /// The address as written in the link; nil for reference links.
  public var destinationRange: SourceRange? { destination.range }
  /// The address as written in the definition of a reference link; nil for other links.
  public var definitionRange: SourceRange? { definition.range }

  /// The address as written, in the link or its definition.
  public var addressRange: SourceRange? { destinationRange ?? definitionRange }

  /// What follows the `#` of a link into its document; nil for other links.
  public var fragment: String? { url.ownFragment }

  /// Whether the link leads into its document.
  public var isFragment: Bool { url.utf8.first == UInt8(ascii: "#") }

  init(_ link: Link, imageText: String? = nil) {
    text = link.text
    url = link.destination
    isImage = link.isImage
    place = CompactRange(link.range)
    destination = CompactRange(link.destinationRange)
    definition = CompactRange(link.definitionRange)
    self.imageText = imageText
  }

  /// The link of an `a` or `img` tag; nil for other tags, and without an address.
  init?(_ tag: HTMLTag, text: String? = nil, imageText: String? = nil, at range: SourceRange) {
    let name = tag.name == "a" ? "href" : tag.name == "img" ? "src" : nil
    guard let name, let address = tag.attribute(name), !address.value.isEmpty else { return nil }
    self.text = text ?? tag["alt"] ?? tag["title"] ?? ""
    url = address.value
    isImage = tag.name == "img"
    place = CompactRange(range)
    destination = CompactRange(address.valueRange)
    definition = CompactRange(nil)
    self.imageText = imageText
  }
}

extension ListLink: Hashable {
  public static func == (left: ListLink, right: ListLink) -> Bool {
    left.text == right.text && left.url == right.url && left.isImage == right.isImage && left.place == right.place
      && left.destination == right.destination && left.definition == right.definition
      && left.imageText == right.imageText
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(url)
    hasher.combine(place)
  }
}
