import LinkChecking
import Source
import Testing

@testable import LinkHistory

/// What may be lost without harm.
@Suite struct CacheTests {
  private static let url = "https://a.example/"

  private func outcome(_ offset: Int, _ verdict: Verdict = .ok, _ url: String = Self.url) -> LinkOutcome {
    LinkOutcome(url: url, date: Day(number: Play.start.number + offset), verdict: verdict)
  }

  /// The cache after a link was fine on every night up to one.
  private func cache(_ nights: Int, _ urls: [String] = [Self.url]) -> LinkCache {
    var cache = LinkCache()
    for night in 0...nights {
      for url in urls { cache.take(outcome(night, .ok, url), validator: nil, isUnchanged: false) }
    }
    return cache
  }

  private func isFresh(_ cache: LinkCache, _ url: String = Self.url, on offset: Int, within days: Int) -> Bool {
    cache.isFresh(url, on: Day(number: Play.start.number + offset), within: days)
  }

  @Test func aLinkIsFreshOnlyAfterThirtyDays() {
    let nights = (30...33).map { isFresh(cache(29), on: $0, within: 60) }
    #expect(nights.filter { $0 }.count >= 3)
    #expect(!isFresh(cache(28), on: 29, within: 60))
    #expect(!isFresh(LinkCache(), on: 40, within: 60))
  }

  @Test(arguments: [2, 3, 7]) func everyLinkIsCheckedInTime(days: Int) {
    let urls = (0..<700).map { "https://a.example/\($0)" }
    var cache = cache(40, urls)
    var last = Dictionary(uniqueKeysWithValues: urls.map { ($0, 40) })
    for night in 41..<70 {
      let due = urls.filter { !isFresh(cache, $0, on: night, within: days) }
      // Spread evenly.
      #expect(due.count > 500 / days && due.count < 1_000 / days, "\(due.count)")
      for url in due {
        #expect(night - last[url]! <= days)
        last[url] = night
        cache.take(outcome(night, .ok, url), validator: nil, isUnchanged: false)
      }
    }
  }

  @Test func aFailureEndsIt() {
    var cache = cache(40)
    cache.take(outcome(41, .transient), validator: nil, isUnchanged: false)
    #expect(cache[Self.url] == nil)
    cache.take(outcome(42), validator: nil, isUnchanged: false)
    #expect(cache[Self.url]?.since == outcome(42).date)
    #expect(!isFresh(cache, on: 43, within: 60))
  }

  @Test func aVersionStaysWhileThePageIsUnchanged() {
    var cache = LinkCache()
    let (one, two) = (Validator(tag: "\"1\"", modified: nil), Validator(tag: nil, modified: "yesterday"))
    cache.take(outcome(0), validator: one, isUnchanged: false)
    cache.take(outcome(1), validator: nil, isUnchanged: true)
    #expect(cache[Self.url]?.validator == one)
    cache.take(outcome(2), validator: two, isUnchanged: false)
    #expect(cache[Self.url]?.validator == two)
    cache.take(outcome(3), validator: nil, isUnchanged: false)
    #expect(cache[Self.url]?.validator == nil)
  }

  @Test func theFileIsReadAgain() {
    var cache = cache(3, ["https://b.example/ü", "https://a.example/\"\\"])
    cache.take(outcome(4), validator: Validator(tag: "W/\"x\"", modified: "Tue, 01 Dec 2026"), isUnchanged: false)
    let text = String(decoding: cache.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"awesome\":\"cache\",\"version\":1}\n{\"url\":\"https://a.example/\",\"since\":"))
    #expect(LinkCache(cache.bytes) == cache)
  }

  @Test func damageIsNamedAndTheRestUsed() {
    let bytes = cache(3, ["https://a.example/", "https://b.example/"]).bytes
    var lines = bytes.split(separator: 0x0A).map { Array($0) }
    lines[1].removeLast(3)
    let damaged = LinkCache(Array(lines.joined(separator: [0x0A])))
    #expect(damaged.problems.map(\.line) == [2] && damaged.count == 1)
    for other in [
      "", "{\"awesome\":\"links\",\"version\":1,\"nights\":[]}\n", "{\"awesome\":\"cache\",\"version\":2}\n", "\0",
    ] {
      #expect(LinkCache(Array(other.utf8)).count == 0)
    }
    // No length or byte makes it fall.
    for length in bytes.indices { _ = LinkCache(Array(bytes[..<length])) }
  }

  @Test(
    arguments: [
      ("x", nil), ("\"a\r\nHost: b\"", nil), ("\"é\"", nil), (String(repeating: "a", count: 300), nil), (nil, ""),
      (nil, "a\nb"), (nil, nil),
    ] as [(String?, String?)])
  func whatCannotBeSentBackIsNoVersion(tag: String?, modified: String?) {
    #expect(Validator(tag: tag, modified: modified) == nil)
  }

  @Test func whatNoNightChecksIsForgotten() {
    var cache = cache(0)
    cache.prune(on: outcome(89).date)
    #expect(cache.count == 1)
    cache.prune(on: outcome(90).date)
    #expect(cache.count == 0)
  }
}
