/// How far a body is read for its reader, beyond the request's `bodyLimit`.
enum BodyLimits {
  /// Bytes as they come, and bytes after decoding.
  static let wire = 4 << 20
  static let decoded = 16 << 20
  /// How many bytes one byte may stand for, in all but short bodies.
  static let ratio = 100

  static func permit(wire: Int, decoded: Int) -> Bool {
    wire <= Self.wire && decoded <= Self.decoded && decoded <= max(wire * ratio, 1 << 20)
  }
}
