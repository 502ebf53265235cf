internal import CCurl
internal import Source

/// The wait that an answer asks for, by its `Retry-After` field.
public enum RetryAfter {
  /// The `Retry-After` of an answer (RFC 9110, section 10.2.3), in seconds or as a date.
  ///
  /// A date is measured from the answer's own `Date`, so that neither clock needs to be right, else from `clock`. A date in the past is
  /// a wait of zero, more than a year is a year, and an unreadable value is `nil`.
  ///
  /// - Parameter clock: seconds since 1970.
  public static func wait(in headers: [HeaderField], clock: Int?) -> Duration? {
    guard let value = headers.first("retry-after") else { return nil }
    if let seconds = seconds(value) { return seconds }
    guard let date = date(value) else { return nil }
    guard let now = headers.first("date").flatMap({ Self.date($0) }) ?? clock else { return nil }
    return .seconds(min(max(date.subtractingReportingOverflow(now).partialValue, 0), year))
  }

  /// A number of seconds, in digits only.
  static func seconds(_ text: String) -> Duration? {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return .seconds(min(Int(text) ?? year, year))
  }

  /// Seconds since 1970, in any notation that HTTP allows.
  static func date(_ text: String) -> Int? {
    guard !text.utf8.contains(0) else { return nil }
    let time = unsafe curl_getdate(text, nil)
    return time > 0 ? Int(time) : nil
  }

  private static let year = 31_622_400
}
