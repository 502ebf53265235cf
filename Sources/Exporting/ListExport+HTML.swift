import AwesomeList
import Mustache

extension ListExport {
  /// One page that needs no other file: the list with search and navigation, usable without scripts and by keyboard.
  ///
  /// Throws when the template is broken, which the tests exclude.
  public func html() throws -> String {
    let parts = [
      "item": PageTemplate.item, "section": PageTemplate.section, "entries": PageTemplate.entries,
      "entry": PageTemplate.entry,
    ]
    var library = MustacheLibrary()
    for (name, text) in parts { try library.register(text, named: name) }
    try library.register(PageTemplate.text, named: "page")
    return library.render(PageModel(list), withTemplate: "page") ?? ""
  }
}
