extension String {
  /// The letters and spaces, in lower case: the form in which the names of sections are compared.
  var lettersAndSpaces: String {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return lowercased().filter { $0.isLetter || $0 == " " } }
    return String(
      decoding: utf8.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "): byte
        default: nil
        }
      }, as: UTF8.self)
  }
}
