internal import JSON

/// The exchanges of a run, to be checked again.
///
/// As a file: lines of JSON. The first is `{"format": "awesome-links", "version": 1, "online": …, "start": …}`: whether there was a
/// network, and when the run started (seconds since 1970). Each further line is one exchange, in the order of the requests:
/// `{"method", "url", "control", "http1", "us", …}` (`control`: the URL is one that cannot exist; `http1`: HTTP/2 was not offered; `us`:
/// the time in microseconds). An answer adds
/// `{"status", "headers": [[name, value]], "end", "latency", "cookies", "anchors", "body" | "base64"}`, a failure
/// `{"error", "detail"}`. A missing member is false, empty or nothing. A body has at most 64 KiB, decoded. Request headers are not kept;
/// cookies and credentials, also where an answer repeats them, are `***`.
public struct ExchangeRecord: Sendable {
  static let version = 1
  static let format = "awesome-links"

  /// Whether there was a network.
  let isOnline: Bool
  /// Seconds since 1970.
  let startTime: Int?
  let exchanges: [RecordedExchange]

  /// Reads the file of a record.
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

/// Why a record cannot be replayed.
public enum RecordError: Error, Hashable, Sendable {
  /// The file has no record's first line.
  case noRecord
  case otherVersion(Int)
  case damaged(line: Int, problem: String)
}

extension RecordError: CustomStringConvertible {
  /// The fault and the remedy, as a phrase without a full stop.
  public var description: String {
    switch self {
    case .noRecord: "not the record of a run; make one with `check-links --record FILE`"
    case .otherVersion(let version):
      "the record has version \(version) of the format, not \(ExchangeRecord.version); record the run again"
    case .damaged(let line, let problem): "line \(line): \(problem); record the run again"
    }
  }
}
