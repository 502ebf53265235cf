#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An error of the operating system, by its number (`errno`).
struct SystemError: Error, Equatable, CustomStringConvertible {
  let number: Int32

  static var last: SystemError { SystemError(number: errno) }

  /// What the system says about it, beginning with a small letter as the middle of a sentence does.
  var description: String {
    guard let message = strerror(number) else { return "error \(number)" }
    let text = String(cString: message)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
