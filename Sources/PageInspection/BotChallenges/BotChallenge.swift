public import HTTP

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A service in front of a site that challenges programs: the site is alive, but does not answer us.
///
/// A new one is a value in a file of this folder, listed in `AllBotChallenges.swift`. Its examples are its tests.
public struct BotChallenge: Sendable {
  /// The service's name, as reports show it.
  public let name: String
  /// The header fields that `matches` reads, in lower case; records keep them.
  let headers: Set<String>
  let examples: [Example]
  /// Whether an answer is the service's and not the site's.
  let matches: @Sendable (_ answer: Response) -> Bool

  /// The service that sent an answer; `nil` where the site itself sent it.
  public static func sender(of answer: Response) -> BotChallenge? {
    all.first { $0.matches(answer) }
  }

  /// The header fields that decide about a challenge, in lower case.
  public static let headers = all.reduce(into: Set()) { $0.formUnion($1.headers) }

  /// An answer, and whether the service sent it.
  struct Example: Sendable {
    let answer: Response
    let isChallenge: Bool

    /// An answer of the service.
    static func challenge(
      _ status: Int, _ headers: KeyValuePairs<String, String> = [:], body: String = ""
    ) -> Example {
      Example(answer: Response(status, headers, body), isChallenge: true)
    }

    /// An answer of a site that only looks like a challenge.
    static func site(_ status: Int, _ headers: KeyValuePairs<String, String> = [:], body: String = "") -> Example {
      Example(answer: Response(status, headers, body), isChallenge: false)
    }
  }
}

extension Response {
  fileprivate init(_ status: Int, _ headers: KeyValuePairs<String, String>, _ body: String) {
    self.init(
      status: status, headers: headers.map { HeaderField(name: $0.key, value: $0.value) }, body: Array(body.utf8))
  }

  /// Whether a header field contains a text, in any case.
  func header(_ name: String, contains text: String) -> Bool {
    headers.first(name).map { Array($0.lowercased().utf8).beginning(contains: text) } ?? false
  }

  /// Whether the answer sets a cookie whose name has this prefix.
  func setsCookie(_ prefix: String) -> Bool {
    headers.contains { $0.name.lowercased() == "set-cookie" && $0.value.lowercased().hasPrefix(prefix) }
  }

  /// Whether the first 16 KiB of the body contain a text, in this case.
  func bodyContains(_ text: String) -> Bool { body.beginning(contains: text) }
}

extension [UInt8] {
  /// Whether the first 16 KiB contain a text, in this case.
  func beginning(contains text: String) -> Bool {
    var text = text
    return unsafe withUnsafeBytes { all in
      text.withUTF8 { pattern in
        guard let wanted = pattern.baseAddress, let first = unsafe pattern.first else { return true }
        var rest = unsafe UnsafeRawBufferPointer(rebasing: all.prefix(16 * 1024))
        // The system finds a byte many times as fast as a loop does.
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
