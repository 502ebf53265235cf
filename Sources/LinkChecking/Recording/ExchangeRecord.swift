internal import JSON

/// What was exchanged in a run, so that it can be judged again.
///
/// As a file: lines of JSON. The first is `{"format": "awesome-links", "version": 1, "online": …, "start": …}`: whether there was a
/// network, and when the run began (seconds since 1970). Each further line is one exchange, in the order in which they were asked:
/// `{"method", "url", "control", "http1", "us", …}` (whether the URL is one that cannot exist, and whether HTTP/2 was not offered; how
/// long it took, in microseconds), and then for an answer
/// `{"status", "headers": [[name, value]], "end", "latency", "cookies", "anchors", "body" | "base64"}`, or for a failure
/// `{"error", "detail"}`. What is not there is false, empty or nothing. A body has at most 64 KiB, decoded. Request headers are not kept;
/// cookies, credentials and what repeats them are `***`.
public struct ExchangeRecord: Sendable {
  static let version = 1
  static let format = "awesome-links"

  /// Whether there was a network.
  let isOnline: Bool
  /// Seconds since 1970.
  let startTime: Int?
  let exchanges: [RecordedExchange]

  /// Reads a record's file; the line that cannot be read is named.
  public init(_ bytes: [UInt8]) throws(RecordError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, let head = try? JSONValue(parsing: Array(first)),
      head["format"]?.string == Self.format,
      let version = head["version"]?.integer
    else { throw .noRecord }
    guard version == Self.version else { throw .otherVersion(version) }
    isOnline = head["online"]?.bool ?? true
    startTime = head["start"]?.integer
    var exchanges: [RecordedExchange] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      do throws(RecordedExchange.Problem) {
        exchanges.append(try RecordedExchange(line: Array(line)))
      } catch {
        throw .damaged(line: index + 1, problem: error.phrase)
      }
    }
    self.exchanges = exchanges
  }

  static func head(isOnline: Bool, startTime: Int?) -> String {
    let value: JSONValue = [
      "format": .string(format), "version": .integer(version), "online": .bool(isOnline), "start": .optional(startTime),
    ]
    return value.line
  }
}
