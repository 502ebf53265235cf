internal import HTTP

/// What a request carries that no record may show, should the answer repeat it.
struct Secrets {
  private static let mask = Array("***".utf8)
  /// Shorter ones stand in too many places by chance.
  private static let shortest = 4

  private let texts: [[UInt8]]

  init(_ request: Request) {
    let values =
      request.headers.map(\.value) + request.cookies.compactMap { $0.split(separator: "\t").last.map(String.init) }
    // A scheme such as `Bearer` is no secret, but what follows it is one by itself.
    let words = values + values.compactMap { $0.split(separator: " ").last.map(String.init) }
    texts = Set(words.map { Array($0.utf8) }).filter { $0.count >= Self.shortest }.sorted { $0.count > $1.count }
  }

  func hidden(in bytes: [UInt8]) -> [UInt8] {
    texts.reduce(bytes) { Self.replace($1, in: $0) }
  }

  /// The field without secrets in its value: of a cookie only its name is kept.
  func hiding(_ field: HeaderField) -> HeaderField {
    let name = field.name.lowercased()
    if name == "set-cookie" {
      return HeaderField(name: name, value: field.value.prefix { $0 != "=" } + "=***")
    }
    let value = name == "location" ? Redaction.record(field.value) : field.value
    return HeaderField(name: name, value: String(decoding: hidden(in: Array(value.utf8)), as: UTF8.self))
  }

  private static func replace(_ text: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard let first = text.first else { return bytes }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      result += rest[..<start]
      rest = rest[start...]
      if rest.starts(with: text) {
        result += mask
        rest = rest.dropFirst(text.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
