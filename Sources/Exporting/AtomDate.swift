/// A moment as Atom writes it: `2024-02-29T12:00:00Z`. Source: RFC 3339.
enum AtomDate {
  /// The text of seconds since 1970; years before 1 or behind 9999, which no commit has, are cut to those.
  static func text(_ seconds: Int) -> String {
    let limited = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let days = limited >= 0 ? limited / 86_400 : (limited - 86_399) / 86_400
    let time = limited - days * 86_400
    let (year, month, day) = date(days)
    let date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    return date + "T" + padded(time / 3600, 2) + ":" + padded(time / 60 % 60, 2) + ":" + padded(time % 60, 2) + "Z"
  }

  /// The Gregorian date of a number of days since 1970, by eras of 400 years that begin in March.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
