import LinkChecking

/// What the settings of link checking may be, wherever they come from.
enum LinkLimits {
  static let timeout = 1...3_600
  static let retries = 0...10
  /// More at a time no operator would take for a visitor.
  static let perHost = 1...64
  static let maxInFlight = 1...4_096
  static let maxWait = 0...86_400
  static let deadline = 1...604_800
  /// Milliseconds between two requests.
  static let interval = 0...3_600_000

  /// Whether a text can stand in a header field: printable ASCII, and not empty.
  static func isFieldValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 8_192 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension HostSettings {
  /// Sets the time for one exchange, and no longer one for connecting.
  mutating func limit(seconds: Int) {
    timeout = .seconds(seconds)
    connectTimeout = min(connectTimeout, timeout)
  }
}
