public import HTTP

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A service that stands before a site and turns programs away: behind it the site is alive.
public struct Wall: Sendable {
  /// The service's name, as reports show it.
  public let name: String
  /// Whether an answer is the wall's and not the site's.
  let matches: @Sendable (_ response: Response) -> Bool

  /// The wall that an answer comes from.
  public static func behind(_ response: Response) -> Wall? {
    all.first { $0.matches(response) }
  }
}

extension Response {
  /// Whether a header field is there and contains a text, in any case.
  func header(_ name: String, contains text: String) -> Bool {
    headers.first(name).map { Array($0.lowercased().utf8).beginning(contains: text) } ?? false
  }

  /// Whether a cookie whose name begins like this is set.
  func setsCookie(_ prefix: String) -> Bool {
    headers.contains { $0.name.lowercased() == "set-cookie" && $0.value.lowercased().hasPrefix(prefix) }
  }

  /// Whether the first 16 KiB of the body contain a text, exactly.
  func bodyContains(_ text: String) -> Bool { body.beginning(contains: text) }
}

extension [UInt8] {
  /// Whether the first 16 KiB contain a text, exactly.
  func beginning(contains text: String) -> Bool {
    var text = text
    return unsafe withUnsafeBytes { all in
      text.withUTF8 { pattern in
        guard let wanted = pattern.baseAddress, let first = unsafe pattern.first else { return true }
        var rest = unsafe UnsafeRawBufferPointer(rebasing: all.prefix(16 * 1024))
        // The system looks for one byte many times as fast as a loop does.
        while rest.count >= pattern.count, let start = rest.baseAddress,
          let found = unsafe memchr(start, Int32(first), rest.count - pattern.count + 1)
        {
          if unsafe memcmp(found, wanted, pattern.count) == 0 { return true }
          let skipped = unsafe UnsafeRawPointer(found) - start + 1
          unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(skipped))
        }
        return false
      }
    }
  }
}
