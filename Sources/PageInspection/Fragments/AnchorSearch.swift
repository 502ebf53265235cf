/// Finds anchors in the data from which GitHub's scripts build the page of a file or a README.
struct AnchorSearch {
  /// The texts before an anchor.
  private static let markers = ["\"anchor\":\"", "user-content-"].map { Array($0.utf8) }
  private static let longestMarker = 16

  private let names: Set<String>
  private(set) var found: Set<String> = []
  /// The end of the text so far, in which an anchor may begin.
  private var tail: [UInt8] = []

  init(_ names: Set<String>) {
    self.names = names
  }

  /// Searches the next UTF-8 text in one pass, as a list may want thousands of names of one page.
  mutating func read(_ text: [UInt8]) {
    let bytes = tail + text
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "u") {
      guard let marker = Self.markers.first(where: { bytes[index...].starts(with: $0) }) else { continue }
      let rest = bytes[(index + marker.count)...].prefix(FragmentTarget.longest + 1)
      guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { continue }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      found.formUnion([name, "user-content-" + name].filter { names.contains($0) })
    }
    tail = bytes.suffix(Self.longestMarker + FragmentTarget.longest + 1)
  }
}
