import LinkChecking
import TestSupport
import Testing

@testable import LinkHistory
import Source

@Suite struct StateFileTests {
  private func state(_ text: String) throws -> LinkState { try LinkState(Array(text.utf8)) }

  private func text(_ state: LinkState) -> String { String(decoding: state.bytes, as: UTF8.self) }

  @Test func theFileIsReadable() {
    var night = Play.night(0, ["https://b.example/": .ok])
    night.add(
      LinkOutcome(
        url: "https://a.example/“x”", date: night.date, verdict: .gone, status: 404, reason: "say \"no\"\n",
        lastOK: Day("2027-02-19")))
    night.add(
      LinkOutcome(
        url: "https://A.example/", date: night.date, verdict: .moved, status: 301, target: "https://c.example/"))
    #expect(
      text(LinkState.step(LinkState(), night)) == #"""
        {"awesome":"links","version":1,"nights":["2027-02-20"]}
        {"url":"https://A.example/","failed":{},"since":null,"ok":"2027-02-20","verdict":"moved","status":301,"reason":null,"outage":0,"target":"https://c.example/"}
        {"url":"https://a.example/“x”","failed":{"gone":["2027-02-20"]},"since":"2027-02-20","ok":"2027-02-19","verdict":"gone","status":404,"reason":"say \"no\"\n","outage":0}

        """#)
  }

  @Test func readingWhatWasWrittenChangesNothing() throws {
    var random = SeededRandom(seed: 5)
    var state = LinkState()
    for day in 0..<50 {
      state = LinkState.step(state, Play.night(day, Play.verdicts(30, using: &random)))
      let copy = try LinkState(state.bytes)
      #expect(copy == state && copy.bytes == state.bytes)
    }
  }

  @Test func aNewerVersionIsRefusedAndAnOlderOneRead() throws {
    #expect(throws: LinkHistoryError.newer(version: 2)) {
      try state("{\"awesome\":\"links\",\"version\":2,\"nights\":[]}\n")
    }
    let old = try state("{\"awesome\":\"links\",\"nights\":[\"2027-01-01\"]}\n")
    #expect(text(old) == "{\"awesome\":\"links\",\"version\":1,\"nights\":[\"2027-01-01\"]}\n")
    #expect(throws: LinkHistoryError.notState) { try state("# A list\n\n- [A](https://a.example/)\n") }
    #expect(throws: LinkHistoryError.notState) {
      try state("{\"url\":\"https://a.example/\",\"date\":\"2027-01-01\",\"verdict\":\"gone\"}\n")
    }
    #expect(text(try state("")) == "{\"awesome\":\"links\",\"version\":1,\"nights\":[]}\n")
  }

  @Test func unknownMembersStay() throws {
    let written = #"""
      {"awesome":"links","version":1,"nights":["2027-02-19"],"list":{"name":"é","n":[1, 2]}}
      {"url":"https://a.example/","failed":{"gone":["2027-02-19"]},"since":"2027-02-19","ok":null,"verdict":"gone","status":404,"reason":null,"outage":2,"note":"ask \"her\"","x":1e2}

      """#
    #expect(text(try state(written)) == written)
    let next = text(LinkState.step(try state(written), Play.night(0, ["https://a.example/": .gone])))
    #expect(next.contains(#""note":"ask \"her\"","x":1e2}"#) && next.contains(#""list":{"name":"é","n":[1, 2]}"#))
  }

  @Test func aDamagedLineIsNamedAndStays() throws {
    let line =
      #"{"url":"https://a.example/","failed":{"gone":["2027-02-19"]},"since":"2027-02-19","ok":null,"verdict":"gone","status":404,"reason":null,"outage":0}"#
    let header = #"{"awesome":"links","version":1,"nights":["2027-02-19"]}"#
    let damages = [
      "<<<<<<< HEAD", "{", "{}", "[]", #"{"url":"https://b.example/"}"#, String(line.dropLast()), line + "}",
      line + ",",
      line.replacing("gone", with: "lost"), line.replacing("-02-19", with: "-02-30"),
      line.replacing("404", with: "\"x\""),
      line.replacing("\"since\"", with: "since"), line.replacing("null", with: "nul"),
      line.replacing("{\"gone\"", with: "{\"ok\""),
      #"{"awesome":"links","version":1,"nights":["yesterday"]}"#, "{\"url\":\"\\",
    ]
    for damage in damages {
      let read = try state("\(header)\n\(damage)\n\n\(line)\n")
      #expect(read.problems.map(\.line) == [2], "\(damage)")
      #expect(read.links.count == 1 && text(read) == "\(header)\n\(line)\n\(damage)\n", "\(damage)")
    }
    let invalid = try LinkState(Array("\(header)\n\(line)\n{\"url\":\"https://".utf8) + [0xFF] + Array("\"}\n".utf8))
    #expect(invalid.problems.map(\.line) == [3] && invalid.bytes.contains(0xFF))
  }

  @Test func everyCutAndEveryChangedByteIsRead() throws {
    let state = Play.state([.gone, .ok, .transient, .gone, .suspect])
    for index in state.bytes.indices {
      _ = try? LinkState(Array(state.bytes[..<index]))
      for byte in [
        UInt8(ascii: "\""), 0, 0xFF, UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "]"), UInt8(ascii: "9"),
      ] {
        var bytes = state.bytes
        bytes[index] = byte
        let read = try? LinkState(bytes)
        if let read { _ = LinkState.step(read, Play.night(9, ["https://a.example/": .gone])).bytes }
      }
    }
  }

  @Test func twoSidesOfAMergeAreOneState() throws {
    let both = try state(
      #"""
      {"awesome":"links","version":1,"nights":["2027-02-18","2027-02-19"]}
      {"awesome":"links","version":1,"nights":["2027-02-18","2027-02-20"]}
      {"url":"https://a.example/","failed":{"gone":["2027-02-18","2027-02-19"]},"since":"2027-02-18","ok":null,"verdict":"gone","status":404,"reason":null,"outage":0}
      {"url":"https://a.example/","failed":{"gone":["2027-02-18"]},"since":null,"ok":"2027-02-20","verdict":"ok","status":null,"reason":null,"outage":2}

      """#)
    #expect(both.nights.count == 3 && both.problems.isEmpty && both.links.count == 1)
    #expect(both.links.first?.since == nil && both.links.first?.longestOutage == 2)
  }
}
