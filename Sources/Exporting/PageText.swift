import Markup
import Mustache

/// The content type of the page's templates: the library's own takes a quote with an accent behind it for one character, and lets it pass.
struct PageText: MustacheContentType {
  private static let name = "PAGE"

  func escapeText(_ text: String) -> String { text.escapedForHTML }

  /// A template whose texts are escaped in this way.
  static func template(_ text: String) -> String {
    MustacheContentTypes.register(Self(), named: name)
    return "{{% CONTENT_TYPE: \(name)}}" + text
  }
}
