/// The kind of scheme that a destination begins with (RFC 3986, section 3.1).
enum LinkScheme: Hashable, Sendable {
  /// `http` or `https`.
  case web
  /// Any other, in lower case.
  case other(String)
  /// None: a path, a fragment, or `//host/path`.
  case none

  init(of text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      self = .none
      return
    }
    let name = text[..<colon]
    let isName = name.utf8.enumerated().allSatisfy { index, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): index > 0
      default: false
      }
    }
    guard isName else {
      self = .none
      return
    }
    let scheme = name.lowercased()
    self = scheme == "http" || scheme == "https" ? .web : .other(scheme)
  }
}
