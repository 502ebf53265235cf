/// The date that a run is said to have, so that its output can be reproduced.
///
/// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification".
enum SourceDate {
  /// Seconds since 1970; nil where the environment sets none.
  static func seconds() throws(Failure) -> Int? {
    guard let text = Console.environment("SOURCE_DATE_EPOCH") else { return nil }
    // Up to the year 9999.
    guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
      throw Failure("SOURCE_DATE_EPOCH is “\(text)”; set it to seconds since 1970")
    }
    return seconds
  }
}
