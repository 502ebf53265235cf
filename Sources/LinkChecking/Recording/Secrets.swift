internal import HTTP
internal import Source

/// The secrets of a request, which a record must not show if the answer repeats them.
struct Secrets {
  private static let mask = Array("***".utf8)
  /// Shorter texts appear by chance.
  private static let shortest = 4

  private let texts: [[UInt8]]

  init(_ request: Request) {
    let values =
      request.headers.map(\.value) + request.cookies.compactMap { $0.split(separator: "\t").last.map(String.init) }
    // A scheme such as `Bearer` is not a secret, but the word after it is.
    let words = values + values.compactMap { $0.split(separator: " ").last.map(String.init) }
    texts = Set(words.map { Array($0.utf8) }).filter { $0.count >= Self.shortest }.sorted { $0.count > $1.count }
  }

  func hidden(in bytes: [UInt8]) -> [UInt8] {
    texts.reduce(bytes) { Self.replace($1, in: $0) }
  }

  /// The field without secrets; of a cookie only the name.
  func hiding(_ field: HeaderField) -> HeaderField {
    let name = field.name.lowercased()
    if name == "set-cookie" {
      return HeaderField(name: name, value: field.value.upTo("=") + "=***")
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

/// URLs without secrets.
enum Redaction {
  /// The URL without user name and password, and with `***` for query parameters whose names are those of secrets.
  static func record(_ text: String) -> String {
    let text = Credentials.hidden(inURL: text)
    let address = text.upTo("?")
    guard let query = text[address.endIndex...].upTo("#").removing(prefix: "?") else { return text }
    let pairs = query.parts(at: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.upTo("=")
      return secretNames.contains(name.lowercased()) && name.endIndex < pair.endIndex ? name + "=***" : String(pair)
    }
    return address + "?" + pairs.joined(separator: "&") + text[query.endIndex...]
  }

  private static let secretNames: Set<String> = [
    "access_token", "api_key", "apikey", "auth", "code", "jsessionid", "key", "passwd", "password", "phpsessid", "pwd",
    "secret", "session", "session_id", "sessionid", "sid", "sig", "signature", "ticket", "token", "x-amz-credential",
    "x-amz-security-token", "x-amz-signature", "x-goog-signature",
  ]
}
