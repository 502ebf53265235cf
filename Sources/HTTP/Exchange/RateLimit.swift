internal import Source

/// The requests that a host still allows, as its answers report them.
public enum RateLimit {
  /// The wait until more requests are allowed; `nil` where some are left or the answer has no limit.
  ///
  /// Fields: `X-RateLimit-Remaining` with `X-RateLimit-Reset` (seconds, or seconds since 1970), `RateLimit-Remaining` with
  /// `RateLimit-Reset` (seconds), and `RateLimit` (draft-ietf-httpapi-ratelimit-headers, in its two notations).
  ///
  /// - Parameter clock: seconds since 1970, used where the answer has no `Date`.
  public static func wait(in headers: [HeaderField], clock: Int?) -> Duration? {
    for names in fields {
      guard let remaining = headers.first(names.remaining).flatMap(number), remaining == 0 else { continue }
      guard let reset = headers.first(names.reset).flatMap(number) else { continue }
      // No window is thirty years long: such a number is a time.
      guard reset > 1_000_000_000 else { return .seconds(reset) }
      guard let now = headers.first("date").flatMap({ RetryAfter.date($0) }) ?? clock else { return nil }
      return .seconds(max(reset.subtractingReportingOverflow(now).partialValue, 0))
    }
    guard let field = headers.first("ratelimit") else { return nil }
    let parameters = parameters(field)
    guard (parameters["r"] ?? parameters["remaining"]) == 0, let reset = parameters["t"] ?? parameters["reset"] else {
      return nil
    }
    return .seconds(reset)
  }

  /// Whether an answer reports that no request is left.
  public static func isUsedUp(in headers: [HeaderField]) -> Bool {
    if fields.contains(where: { headers.first($0.remaining).flatMap(number) == 0 }) { return true }
    let parameters = headers.first("ratelimit").map(parameters) ?? [:]
    return (parameters["r"] ?? parameters["remaining"]) == 0
  }

  private static let fields = ["x-ratelimit", "x-rate-limit", "ratelimit"].map {
    (remaining: $0 + "-remaining", reset: $0 + "-reset")
  }

  /// The numbers among the parameters of a field, as in `"default";r=0;t=30` or `limit=10, remaining=0, reset=30`.
  private static func parameters(_ field: String) -> [String: Int] {
    var result: [String: Int] = [:]
    for part in field.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let number = number(String(sides[1])) else { continue }
      result[sides[0].filter { $0 != " " }.lowercased()] = number
    }
    return result
  }

  /// A number of at most twelve digits, so that no sum with it overflows.
  private static func number(_ text: String) -> Int? {
    let digits = text.prefix { $0 != "." }
    guard !digits.isEmpty, digits.utf8.count <= 12, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits)
  }
}
