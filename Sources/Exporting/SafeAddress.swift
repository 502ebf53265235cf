/// Addresses that a page or an outline may offer to be followed.
enum SafeAddress {
  /// The address, if its scheme only leads somewhere; nil for those that run or read something, and for relative ones.
  static func of(_ url: String) -> String? {
    let lower = url.lowercased()
    return ["https://", "http://", "mailto:"].contains(where: lower.hasPrefix) ? url : nil
  }
}
