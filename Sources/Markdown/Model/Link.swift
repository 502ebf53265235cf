public import Source

/// A link or image in Markdown's syntax.
///
/// A value all the same; a class, because a document has thousands, and several arrays of them.
public final class Link: Sendable {
  /// The syntax that a link is written in.
  public enum Form: Hashable, Sendable {
    /// `[text](destination "title")`
    case inline
    /// `[text][label]`, `[label][]` or `[label]`
    case reference
    /// `<https://example.org>` or `<name@example.org>`
    case autolink
    /// An address in the text without any mark.
    case bare
  }

  public let form: Form
  public let isImage: Bool
  /// Where the link leads, with escapes and entities resolved and nothing else changed.
  public let destination: String
  /// The title with escapes and entities resolved; nil where there is none.
  public let title: String?
  /// The text that a reader sees; of an image, its alternative text.
  public let text: String
  private let places: Places

  /// The ranges, kept small.
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

  /// What stands among the links for one whose end is not known yet.
  static let unfinished = Link(form: .bare, isImage: false, places: Places())

  /// The same link with the place of its definition's destination.
  func defined(at definition: SourceRange?) -> Link {
    var places = places
    places.definition = CompactRange(definition)
    return Link(form: form, isImage: isImage, destination: destination, title: title, text: text, places: places)
  }
}

extension Link {
  /// The whole construct; nil where the source could not be proven to hold it.
  public var range: SourceRange? { places.range.range }
  /// What stands between the brackets; of the forms without brackets, the address.
  public var textRange: SourceRange? { places.text.range }
  /// The destination as it is written here, without angle brackets; nil for references (see `LinkDefinition`).
  public var destinationRange: SourceRange? { places.destination.range }
  /// The destination as it is written in the definition that a reference names; nil for other forms.
  public var definitionRange: SourceRange? { places.definition.range }
  /// The title as it is written here, without its quotes.
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
