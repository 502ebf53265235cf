import Source

extension TrackingParameters {
  /// Whether there may be such a parameter in an address; false is certain.
  static func mayOccur(in address: ArraySlice<UInt8>) -> Bool {
    var start: Int?
    for index in address.indices {
      let byte = address[index]
      if let first = start, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "&") {
        if mayHold(address[first..<index]) { return true }
        start = nil
      }
      // In HTML and Markdown an ampersand may be written as a reference, which ends in a semicolon.
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") { start = index + 1 }
    }
    return start.map { mayHold(address[$0...]) } ?? false
  }

  private static func mayHold(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return initials.contains(first) || name.contains(UInt8(ascii: "#"))
      || filter.mayHold(length: name.count, first: first, last: last)
  }

  private static let initials = Set(prefixes.compactMap(\.utf8.first))
  private static let filter = WordFilter(names)
}
