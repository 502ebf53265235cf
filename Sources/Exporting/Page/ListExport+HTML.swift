import Markup
import AwesomeList

extension ListExport {
  /// A self-contained page: the list with search and navigation, usable without scripts and by keyboard.
  public var html: String { PageModel(list, origin).html.text }
}
