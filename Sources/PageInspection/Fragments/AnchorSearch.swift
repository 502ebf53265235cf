/// Finds anchors in the data from which GitHub's scripts make the page of a file or a readme.
struct AnchorSearch {
  /// What stands before an anchor there.
  private static let marks = ["\"anchor\":\"", "user-content-"].map { Array($0.utf8) }
  private static let longestMark = 16

  private let names: Set<String>
  private(set) var found: Set<String> = []
  /// The end of what was read, in which an anchor may have begun.
  private var tail: [UInt8] = []

  init(_ names: Set<String>) {
    self.names = names
  }

  /// Reads on, in UTF-8: in one pass, as a list may want thousands of names of one page.
  mutating func read(_ text: [UInt8]) {
    let bytes = tail + text
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "u") {
      guard let mark = Self.marks.first(where: { bytes[index...].starts(with: $0) }) else { continue }
      let rest = bytes[(index + mark.count)...].prefix(FragmentTarget.longest + 1)
      guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { continue }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      found.formUnion([name, "user-content-" + name].filter { names.contains($0) })
    }
    tail = bytes.suffix(Self.longestMark + FragmentTarget.longest + 1)
  }
}
