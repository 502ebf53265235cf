import Source

/// Hides the user names and passwords of URLs in source lines that are shown.
enum CredentialMask {
  /// The bytes with a `*` in the place of each byte of a user name or password; their number stays the same.
  static func apply(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for place in Credentials.ranges(in: bytes).joined() { bytes[place] = UInt8(ascii: "*") }
    return bytes
  }
}
