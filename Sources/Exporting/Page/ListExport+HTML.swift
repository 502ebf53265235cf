import AwesomeList
import Mustache

extension ListExport {
  /// One page that needs no other file: the list with search and navigation, usable without scripts and by keyboard.
  ///
  /// Throws when the template is broken, which the tests exclude.
  public func html() throws -> String {
    let parts = [
      "item": PageTemplate.item, "section": PageTemplate.section, "entries": PageTemplate.entries,
      "entry": PageTemplate.entry, "style": PageTemplate.style, "script": PageTemplate.script,
    ]
    var library = MustacheLibrary()
    for (name, text) in parts { try library.register(PageText.template(text), named: name) }
    try library.register(PageText.template(PageTemplate.text), named: "page")
    return library.render(PageModel(list), withTemplate: "page") ?? ""
  }
}
