/// Makes a text that breaks a claim as short as cutting can.
struct Reducer {
  let property: Property

  /// The text without every stretch that the failure does not need, from halves down to bytes.
  func reduced(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var length = bytes.count / 2
    while length > 0 {
      var start = 0
      while start < bytes.count {
        var shorter = bytes
        shorter.removeSubrange(start..<min(start + length, bytes.count))
        if property.holds(shorter) { start += length } else { bytes = shorter }
      }
      length /= 2
    }
    return bytes
  }
}
