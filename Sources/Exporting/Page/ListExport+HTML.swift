import AwesomeList
import Markup
import Mustache

extension ListExport {
  /// A self-contained page: the list with search and navigation, usable without scripts and by keyboard.
  ///
  /// Throws if the template is invalid, which the tests exclude.
  public func html() throws -> String {
    var library = MustacheLibrary()
    for (name, text) in PageTemplate.all { try library.register(PageText.template(text), named: name) }
    return library.render(PageModel(list, origin), withTemplate: "page") ?? ""
  }
}

/// The content type of the page's templates: the library's own does not escape a quote with a combining accent.
private struct PageText: MustacheContentType {
  private static let name = "PAGE"

  func escapeText(_ text: String) -> String { text.escapedForHTML }

  /// A template of this content type.
  static func template(_ text: String) -> String {
    MustacheContentTypes.register(Self(), named: name)
    return "{{% CONTENT_TYPE: \(name)}}" + text
  }
}
