internal import Source

/// A set of HTTP statuses, as in `200..299,403`.
public struct StatusSet: Hashable, Sendable {
  private var ranges: [ClosedRange<Int>] = []

  public init() {}

  /// Reads numbers and inclusive ranges `a..b`, separated by commas; `nil` for any other text.
  public init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isRange = ends.count == 3 && ends[1].isEmpty
      guard ends.count == 1 || isRange, let first = Self.status(ends[0]), let last = Self.status(ends[ends.count - 1])
      else {
        return nil
      }
      guard first <= last else { return nil }
      ranges.append(first...last)
    }
  }

  public func contains(_ status: Int) -> Bool {
    ranges.contains { $0.contains(status) }
  }

  private static func status(_ text: String) -> Int? {
    let text = text.filter { $0 != " " }
    guard text.utf8.count == 3, text.utf8.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return Int(text).flatMap { (100...999).contains($0) ? $0 : nil }
  }
}
