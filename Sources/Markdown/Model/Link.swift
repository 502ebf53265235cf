public import Source

/// A link or image in Markdown syntax.
///
/// An immutable class, because several arrays share the thousands of links of a document.
public final class Link: Sendable {
  /// The syntax that a link is written in.
  public enum Form: Hashable, Sendable {
    /// `[text](destination "title")`
    case inline
    /// `[text][label]`, `[label][]` or `[label]`
    case reference
    /// `<https://example.org>` or `<name@example.org>`
    case autolink
    /// An address in the text without any syntax.
    case bare
  }

  public let form: Form
  public let isImage: Bool
  /// The address with escapes and entities resolved and otherwise unchanged.
  public let destination: String
  /// The title with escapes and entities resolved.
  public let title: String?
  /// The visible text; of an image, its alternative text.
  public let text: String
  private let places: Places

  /// The ranges in compact form.
  struct Places: Hashable {
    var range = CompactRange(nil)
    var text = CompactRange(nil)
    var destination = CompactRange(nil)
    var definition = CompactRange(nil)
    var title = CompactRange(nil)
  }

  init(form: Form, isImage: Bool, destination: String = "", title: String? = nil, text: String = "", places: Places) {
    self.form = form
    self.isImage = isImage
    self.destination = destination
    self.title = title
    self.text = text
    self.places = places
  }

  /// A placeholder for a link whose end is not known yet.
  static let unfinished = Link(form: .bare, isImage: false, places: Places())

  /// The same link with the range of its definition's destination.
  func defined(at definition: SourceRange?) -> Link {
    var places = places
    places.definition = CompactRange(definition)
    return Link(form: form, isImage: isImage, destination: destination, title: title, text: text, places: places)
  }
}

extension Link {
  /// The whole construct; nil if it was not found in the source.
  public var range: SourceRange? { places.range.range }
  /// The text between the brackets; of forms without brackets, the address.
  public var textRange: SourceRange? { places.text.range }
  /// The destination as written here, without angle brackets; nil for references (see `LinkDefinition`).
  public var destinationRange: SourceRange? { places.destination.range }
  /// The destination as written in the definition of a reference; nil for other forms.
  public var definitionRange: SourceRange? { places.definition.range }
  /// The title as written here, without its quotes.
  public var titleRange: SourceRange? { places.title.range }
}

extension Link: Hashable {
  public static func == (left: Link, right: Link) -> Bool {
    left.form == right.form && left.isImage == right.isImage && left.destination == right.destination
      && left.title == right.title && left.text == right.text && left.places == right.places
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(destination)
    hasher.combine(places)
  }
}
