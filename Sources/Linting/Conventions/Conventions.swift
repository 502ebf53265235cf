import AwesomeList
import Markdown
import Source

/// The forms that most places of a list have, each nil where the list has none.
///
/// A form is the list's own if more than four fifths of at least ten places have it.
struct Conventions: Sendable {
  /// The separator between link and description, with the spaces around it, and how many descriptions follow one.
  var separator: Form<String>? { lazySeparator.value }
  private let lazySeparator: Lazy<Form<String>?>

  /// A form with the number of places that have it.
  struct Form<Value: Hashable & Sendable>: Sendable {
    let value: Value
    let count: Int
    /// The number of all places.
    let places: Int

    /// The form that nearly all of some values have.
    init?(of values: some Collection<Value>) {
      let counts = Dictionary(values.lazy.map { ($0, 1) }, uniquingKeysWith: +)
      guard values.count >= Convention.Standard.least, let most = counts.max(by: { $0.value < $1.value }),
        (values.count - most.value) * 5 < values.count
      else { return nil }
      (value, count, places) = (most.key, most.value, values.count)
    }
  }

  init(_ index: ListIndex) {
    let source = index.list.document.source
    lazySeparator = Lazy {
      Form(of: index.entryTexts.lazy.filter(\.isOnLine).compactMap { $0.separator.map { source[$0] } })
    }
  }
}

extension Collection where Element: Hashable {
  /// The value that most elements have, the first of several; nil without elements.
  var mostCommon: Element? {
    let counts = Dictionary(lazy.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return first { counts[$0] == most }
  }
}
