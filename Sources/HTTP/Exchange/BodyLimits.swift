/// How far a page is read for the sake of a fragment.
enum FragmentLimits {
  /// Bytes as they come, and bytes after decoding.
  static let wire = 4 << 20
  static let decoded = 16 << 20
  /// How many bytes one byte may stand for, in all but short pages.
  static let ratio = 100

  static func permit(wire: Int, decoded: Int) -> Bool {
    wire <= Self.wire && decoded <= Self.decoded && decoded <= max(wire * ratio, 1 << 20)
  }
}
