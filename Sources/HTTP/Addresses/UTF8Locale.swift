#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A locale in which text is UTF-8, for C code that asks the locale how to read its input.
enum UTF8Locale {
  /// Runs `body` in this locale on this thread; the process's own locale is left alone.
  static func perform<Result>(_ body: () throws(AddressError) -> Result) throws(AddressError) -> Result {
    guard let locale = unsafe shared.locale, let previous = unsafe uselocale(locale) else { return try body() }
    defer { _ = unsafe uselocale(previous) }
    return try body()
  }

  /// `@unchecked Sendable`: a locale is not changed after it was made; it is never freed, as it serves to the end.
  @safe
  private struct Shared: @unchecked Sendable {
    let locale: locale_t?

    init() {
      for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] {
        if let locale = unsafe newlocale(LC_CTYPE_MASK, name, nil) {
          unsafe self.locale = unsafe locale
          return
        }
      }
      unsafe locale = nil
    }
  }

  private static let shared = Shared()
}
