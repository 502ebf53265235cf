public import AwesomeList

/// A list with what many rules ask about it, which is found when it is first asked for.
///
/// Whoever keeps it decides when all of that is freed, which takes a part of the time that linting takes.
public struct IndexedList: Sendable {
  public let list: List
  let index: Lazy<ListIndex>
  let textFindings: Lazy<TextFindings>

  public init(_ list: List) {
    self.list = list
    index = Lazy { ListIndex(list) }
    textFindings = Lazy { TextFindings(list) }
  }
}
