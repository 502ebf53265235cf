extension String {
  /// The letters and spaces, in lower case: the form in which the names of sections are compared.
  var lettersAndSpaces: String {
    var letters: [UInt8] = []
    letters.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x80...: return lowercased().filter { $0.isLetter || $0 == " " }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "): letters.append(byte)
      default: break
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
