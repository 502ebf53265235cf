/// A pattern of whole URLs, in which `*` stands for any characters and `?` for one.
struct URLGlob: Hashable, Sendable {
  private let pattern: [UInt8]

  init(_ text: String) {
    pattern = Array(text.utf8)
  }

  /// Whether the URL is one of those; the time is the product of both lengths at worst.
  func matches(_ url: String) -> Bool {
    let url = Array(url.utf8)
    var position = 0
    var index = 0
    // Where the last star stands, and how far it reaches: on a mismatch it reaches one further.
    var star: (index: Int, reach: Int)?
    while position < url.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        star = (index, position)
        index += 1
      } else if index < pattern.count, pattern[index] == UInt8(ascii: "?") || pattern[index] == url[position] {
        index += 1
        position += 1
      } else if let last = star {
        star = (last.index, last.reach + 1)
        index = last.index + 1
        position = last.reach + 1
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
