internal import Source

/// A set of HTTP statuses, as in `200..299,403`.
public struct StatusSet: Hashable, Sendable {
  private var ranges: [ClosedRange<Int>] = []

  public init() {}

  /// Reads statuses (`403`), classes (`5xx`) and inclusive ranges (`500..599`, `500-599`), separated by commas; `nil` for any other text.
  public init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.filter { $0 != " " }
      guard let range = Self.statusClass(part) ?? Self.range(part) else { return nil }
      ranges.append(range)
    }
  }

  public func contains(_ status: Int) -> Bool {
    ranges.contains { $0.contains(status) }
  }

  private static func statusClass(_ text: String) -> ClosedRange<Int>? {
    guard text.utf8.count == 3, text.lowercased().hasSuffix("xx"), let first = status(text.prefix(1) + "00") else {
      return nil
    }
    return first...(first + 99)
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.replacing("..", with: "-").split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap(status), let last = ends.last.flatMap(status), first <= last
    else { return nil }
    return first...last
  }

  private static func status(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 3, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text).flatMap { (100...999).contains($0) ? $0 : nil }
  }
}
