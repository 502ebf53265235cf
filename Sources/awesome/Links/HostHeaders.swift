import HTTP
import Source

/// Header fields for single hosts, only from the environment: they are secrets.
enum HostHeaders {
  static let variable = "AWESOME_LINK_HEADERS"

  /// Reads a line `HOST NAME: VALUE` for each field; errors never show the value.
  ///
  /// The fields are sent over HTTPS and to the usual port: in the clear only for `http://HOST`, to another port only for `HOST:PORT`.
  static func read(_ text: String?) throws(Failure) -> [Origin: [HeaderField]] {
    var fields: [Origin: [HeaderField]] = [:]
    for (number, line) in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop { $0 == " " }
      if line.isEmpty { continue }
      guard let (origin, field) = field(line) else {
        throw Failure("\(variable), line \(number + 1): expected `HOST NAME: VALUE`")
      }
      fields[origin, default: []].append(field)
    }
    return fields
  }

  private static func field(_ line: Substring) -> (Origin, HeaderField)? {
    let sides = line.split(separator: " ", maxSplits: 1)
    guard sides.count == 2, let origin = Origin(String(sides[0])) else { return nil }
    let parts = sides[1].split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = String(parts[1].drop { $0 == " " })
    guard isToken(parts[0]), LinkLimits.isFieldValue(value) else { return nil }
    return (origin, HeaderField(name: String(parts[0]), value: value))
  }

  /// Whether a text can be the name of a header field (RFC 9110, section 5.1).
  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }
}
