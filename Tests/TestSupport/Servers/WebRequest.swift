/// A request as a test's server got it.
public struct WebRequest: Sendable {
  public let method: String
  /// Path and query.
  public let target: String
  /// Names in lower case.
  public let headers: [(name: String, value: String)]
  /// The address of ours that was asked.
  public let address: String
  /// How often this address was asked for this target before.
  public let earlier: Int

  public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Reads a request up to its empty line; `nil` where that is not there yet.
  ///
  /// - Returns: the method, target and headers, and the number of bytes they take.
  static func parse(_ bytes: [UInt8]) -> (
    method: String, target: String, headers: [(name: String, value: String)], length: Int
  )? {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= 4, let last = (0...bytes.count - 4).first(where: { bytes[$0..<$0 + 4].elementsEqual(end) })
    else {
      return nil
    }
    let lines = String(decoding: bytes[..<last], as: UTF8.self).split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      return (sides[0].lowercased(), String(sides[1].drop { $0 == " " }))
    }
    return (words.first ?? "", words.count > 1 ? words[1] : "", headers, last + 4)
  }
}
