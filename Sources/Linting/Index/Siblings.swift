import AwesomeList

/// The entries of a list by group, as positions among all entries.
struct Siblings {
  /// The entries of each group, then those below each entry.
  var all: [[Int]] { groups + nested }
  /// For each entry the number of its group.
  private(set) var groupNumbers: [Int] = []
  private var groups: [[Int]] = []
  private var nested: [[Int]] = []

  /// Reads groups of entries, which are in the order of the text, parents before their children.
  init(_ groups: [[Entry]]) {
    for (number, entries) in groups.enumerated() where !entries.isEmpty {
      let positions = add(entries, number)
      self.groups.append(positions)
    }
  }

  private mutating func add(_ entries: [Entry], _ number: Int) -> [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(entries.count)
    for entry in entries {
      positions.append(groupNumbers.count)
      groupNumbers.append(number)
      if entry.children.isEmpty { continue }
      let place = nested.count
      nested.append([])
      nested[place] = add(entry.children, number)
    }
    return positions
  }
}
