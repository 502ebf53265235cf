internal import JSON
internal import LinkChecking
internal import Source

/// The places of an outcome's values in its line: most outcomes are fine, and need no strings.
struct OutcomeLine {
  private let bytes: [UInt8]
  private var url: Range<Int>?
  private var status: Range<Int>?
  private var reason: Range<Int>?
  private var target: Range<Int>?
  private var shard: Range<Int>?
  private var lastOK: Range<Int>?
  let date: Day
  let verdict: Verdict
  let hasNetwork: Bool

  /// nil where the line is damaged.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    guard var reader = LineReader(bytes, range) else { return nil }
    var date: Day?
    var verdict: Verdict?
    var hasNetwork = true
    while let (key, value) = reader.next() {
      if bytes.matches("url", in: key) {
        url = value
      } else if bytes.matches("date", in: key) {
        date = bytes.day(in: value)
      } else if bytes.matches("verdict", in: key) {
        verdict = Self.verdict(bytes, value)
      } else if bytes.matches("status", in: key) {
        status = value
      } else if bytes.matches("reason", in: key) {
        reason = value
      } else if bytes.matches("target", in: key) {
        target = value
      } else if bytes.matches("shard", in: key) {
        shard = value
      } else if bytes.matches("ok", in: key) {
        lastOK = value
      } else if bytes.matches("network", in: key) {
        hasNetwork = !bytes.matches("false", in: value)
      }
    }
    guard reader.isComplete, let url, url.count > 2, bytes[url.lowerBound] == UInt8(ascii: "\""), let date, let verdict
    else { return nil }
    (self.date, self.verdict, self.hasNetwork) = (date, verdict, hasNetwork)
  }

  private static func verdict(_ bytes: [UInt8], _ range: Range<Int>) -> Verdict? {
    if bytes.matches("\"ok\"", in: range) { return .ok }
    return bytes.string(in: range).flatMap { Verdict(rawValue: $0) }
  }

  /// The key of the URL, and that of its host; nil where the URL has escapes.
  var keys: (url: UInt64, host: UInt64)? {
    guard let url, !bytes[url].contains(UInt8(ascii: "\\")) else { return nil }
    let text = bytes[url.lowerBound + 1..<url.upperBound - 1]
    return (URLKey.url(text), URLKey.host(text))
  }

  /// The part of the links that the run had; empty for all.
  var shardText: ArraySlice<UInt8> { shard.map { bytes[$0].dropFirst().dropLast() } ?? [] }

  /// The outcome; nil where a value has the wrong type.
  var outcome: LinkOutcome? {
    guard let url = url.flatMap({ bytes.string(in: $0) }) else { return nil }
    return LinkOutcome(
      url: url, date: date, verdict: verdict, status: status.flatMap { bytes.json(in: $0)?.integer },
      reason: reason.flatMap { bytes.string(in: $0) }, target: target.flatMap { bytes.string(in: $0) },
      shard: shard.flatMap { bytes.string(in: $0) }, lastOK: lastOK.flatMap { bytes.day(in: $0) },
      hasNetwork: hasNetwork)
  }
}

extension LinkOutcome {
  /// The outcomes in whole lines; damaged ones are left out.
  public static func lines(_ bytes: ArraySlice<UInt8>) -> [LinkOutcome] {
    let bytes = Array(bytes)
    var outcomes: [LinkOutcome] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let outcome = OutcomeLine(bytes, start..<end)?.outcome { outcomes.append(outcome) }
      start = end + 1
    }
    return outcomes
  }
}
