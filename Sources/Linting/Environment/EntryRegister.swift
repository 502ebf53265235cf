public import AwesomeList
import Markdown
import Source

/// Where each address leads an entry for the first time, over all lists of a run.
public struct EntryRegister: Sendable {
  struct Place: Sendable {
    let file: String
    let line: Int
    let title: String
    /// The place of the list among those of the run.
    let position: Int
  }

  private var places: [String: Place] = [:]
  /// Whether no list of the run has an entry.
  public private(set) var isEmpty = true

  /// Reads the entries of lists, each with the name that reports call its file.
  public init(_ lists: [(file: String, list: List)]) {
    for (position, item) in lists.enumerated() {
      if !item.list.entries.isEmpty { isEmpty = false }
      let source = item.list.document.source
      for entry in item.list.entries {
        guard let address = entry.url.flatMap(NormalizedURL.init)?.text, places[address] == nil else { continue }
        let line = source.location(of: entry.range.lowerBound).line
        places[address] = Place(file: item.file, line: line, title: entry.title, position: position)
      }
    }
  }

  /// The entry of an earlier list that leads to an address; nil where there is none.
  func place(of address: String, before position: Int) -> Place? {
    places[address].flatMap { $0.position < position ? $0 : nil }
  }
}
