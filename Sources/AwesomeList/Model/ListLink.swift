import Markdown
import Markup
public import Source

/// A link or image of a list, whether it is written in Markdown or HTML.
///
/// A value all the same; a class, because entries, rules and sorted arrays all hold the same thousands.
public final class ListLink: Sendable {
  /// The text that a reader sees; of an image, its alternative text.
  public let text: String
  /// Where it leads, with escapes and entities resolved and nothing else changed.
  public let url: String
  public let isImage: Bool
  private let place: CompactRange
  private let destination: CompactRange
  private let definition: CompactRange
  /// The alternative text of the images that are the link's only content; nil where there is text.
  let imageText: String?

  /// The whole construct, of HTML the start tag; where its place is not known, an empty range at the text's start.
  public var range: SourceRange { place.range ?? SourceRange(0, 0) }
  /// The address as it is written at the link; nil for reference links.
  public var destinationRange: SourceRange? { destination.range }
  /// The address as it is written in the definition that a reference link names; nil for other links.
  public var definitionRange: SourceRange? { definition.range }

  /// The address as it is written, wherever that is.
  public var addressRange: SourceRange? { destinationRange ?? definitionRange }

  /// Whether the link leads into the document that it stands in.
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

  /// The link of an `a` or `img` tag; nil for other tags, and for those without an address.
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
