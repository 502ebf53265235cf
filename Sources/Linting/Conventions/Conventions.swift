import AwesomeList
import Markdown
import Source

/// The forms that most places of a list have, each nil where the list has none.
///
/// A form is the list's own if more than four fifths of at least ten places have it.
struct Conventions: Sendable {
  /// The separator between link and description, with the spaces around it, and how many descriptions follow one.
  var separator: Majority<String>.Share? { lazySeparator.value }
  private let lazySeparator: Lazy<Majority<String>.Share?>

  init(_ index: ListIndex) {
    let source = index.list.document.source
    lazySeparator = Lazy {
      Majority(index.entryTexts.lazy.filter(\.isOnLine).compactMap { $0.separator.map { source[$0] } })
        .convention(ofAtLeast: Convention.Standard.least)
    }
  }
}
