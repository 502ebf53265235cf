import Foundation
import LinkChecking
import Source
import TestSupport
import Testing

@testable import LinkHistory

/// Thirty nights with their reports; and, where the code is optimised or AWESOME_YEAR is set, a year.
@Suite struct NightsTests {
  /// The nights so far, as the program keeps them.
  private struct Memory {
    var state = LinkState()
    var log = NightLog()
    var references: [String: Reference] = [:]

    mutating func add(_ night: Night) {
      let distrust = state.distrust(of: night)
      log.add(night, distrust: distrust, seconds: 100)
      guard distrust == nil else { return }
      let known = Set(state.links.map(\.url)).union(night.troubled.map(\.url))
      state = LinkState.step(state, night)
      let day = night.date.number
      // A link that was always fine is nothing to the rule.
      for url in known.union(references.keys) {
        references[url, default: Reference()].observe(night.outcome(of: url)?.verdict, on: day)
      }
    }

    var red: Set<String> {
      Set(HistoryReport(state, log: log, thresholds: Thresholds()).lasting.map(\.url))
    }
    var reference: Set<String> { Set(references.filter(\.value.isLasting).keys) }
    var lines: Set<String> { Set(String(decoding: state.bytes, as: UTF8.self).split(separator: "\n").map(String.init)) }
  }

  /// Each report is a golden file; what it calls an error is what the rule says of all that happened.
  @Test func thirtyNights() throws {
    let web = NightlyWeb(seed: 1, isLong: false)
    var memory = Memory()
    let folder = try TemporaryFolder()
    let program = try Program(built: "awesome")
    for night in 1...30 {
      memory.add(web.play(night))
      let suspect = Set(HistoryReport(memory.state, thresholds: Thresholds()).suspect.map(\.url))
      #expect(memory.red.union(suspect) == memory.reference, "night \(night)")
      try folder.write(memory.state.bytes, to: "s.jsonl")
      try folder.write(memory.log.bytes, to: "s.jsonl.nights.jsonl")
      let options = ["history", "report", "--state", "s.jsonl", "--format", "markdown"]
      let report = try program.run(options + (night % 10 == 0 ? ["--all"] : []), in: folder.path)
      #expect(report.status == 0)
      try Golden.check(report.outputText, "nights/\(night < 10 ? "0" : "")\(night).md")
    }
    // The story is told whole.
    let report = HistoryReport(memory.state, log: memory.log, thresholds: Thresholds())
    #expect(report.lasting.map(\.url) == [NightlyWeb.url(1_234)])
    #expect(report.moved.map(\.url) == [NightlyWeb.url(1_500)])
    #expect(report.suspect.count == 4 && report.blocked.count == 4)
    #expect(memory.log.nights.filter { $0.distrust != nil }.map { $0.date.number - Play.start.number } == [20, 22])
  }

  #if DEBUG
    private static let takesAYear = ProcessInfo.processInfo.environment["AWESOME_YEAR"] != nil
  #else
    private static let takesAYear = true
  #endif

  /// No link that lives is ever an error, and each that died is one within days.
  @Test(.enabled(if: takesAYear, "a year takes minutes without optimisation")) func aYear() {
    let web = NightlyWeb(seed: 2, isLong: true)
    var memory = Memory()
    var (falseReds, changed, largest, lines, trusted) = (Set<String>(), 0, 0, 0, 0)
    var delays: [Int] = []
    var seen: Set<String> = []
    let links = Dictionary(uniqueKeysWithValues: (0..<NightlyWeb.links).map { (NightlyWeb.url($0), $0) })
    for night in 1...365 {
      let (before, nights) = (memory.lines, memory.state.nights)
      memory.add(web.play(night))
      #expect(memory.red.subtracting(memory.reference).isEmpty)
      if memory.state.nights != nights { trusted += 1 }
      changed += memory.lines.symmetricDifference(before).count
      (largest, lines) = (max(largest, memory.state.bytes.count), max(lines, memory.state.links.count))
      for url in memory.red.subtracting(seen) {
        guard let link = links[url] else { continue }
        if let death = web.death(of: link), night >= death {
          delays.append(night - death)
        } else if web.isAlive(link, night) {
          falseReds.insert(url)
        }
      }
      seen = memory.red
    }
    let deaths = (0..<NightlyWeb.links).filter { web.death(of: $0).map { $0 < 355 } ?? false }.count
    print(
      """
      a year: \(trusted) trusted nights, \(falseReds.count) false errors, \(delays.count) of \(deaths) deaths found after \
      \(Double(delays.reduce(0, +)) / Double(max(delays.count, 1))) nights on average; at most \(lines) lines and \(largest) bytes, \
      \(changed / 365) lines changed a night
      """)
    #expect(falseReds.isEmpty)
    #expect(delays.count >= deaths)
  }
}
