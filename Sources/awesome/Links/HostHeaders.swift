import LinkChecking

/// Header fields for named hosts, which come from the environment alone: they hold secrets.
enum HostHeaders {
  static let variable = "AWESOME_LINK_HEADERS"

  /// Reads a line `HOST NAME: VALUE` for each field; what is wrong is said without the value.
  ///
  /// A host is one host: what is meant for it goes nowhere else.
  static func read(_ text: String?) throws(Failure) -> [HostOverride] {
    var fields: [(host: HostPattern, headers: [HeaderField])] = []
    for (number, line) in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop { $0 == " " }
      if line.isEmpty { continue }
      guard let (host, field) = field(line) else {
        throw Failure("\(variable), line \(number + 1): expected `HOST NAME: VALUE`")
      }
      if let index = fields.firstIndex(where: { $0.host == host }) {
        fields[index].headers.append(field)
      } else {
        fields.append((host, [field]))
      }
    }
    return fields.map { host, headers in
      var settings = HostOverride(pattern: host)
      settings.headers = headers
      return settings
    }
  }

  private static func field(_ line: Substring) -> (HostPattern, HeaderField)? {
    let sides = line.split(separator: " ", maxSplits: 1)
    guard sides.count == 2, !sides[0].contains("*"), let host = HostPattern(String(sides[0])) else { return nil }
    let parts = sides[1].split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = String(parts[1].drop { $0 == " " })
    guard isToken(parts[0]), LinkLimits.isFieldValue(value) else { return nil }
    return (host, HeaderField(name: String(parts[0]), value: value))
  }

  /// Whether a text can be the name of a header field (RFC 9110, section 5.1).
  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}
