import Foundation
import LinkChecking
import TestSupport
import Testing

@testable import awesome

/// What a terminal shows while links are checked.
@Suite struct ProgressTests {
  private let busy = CheckProgress(
    checked: 120, total: 800, verdicts: [.ok: 100, .gone: 12, .moved: 3, .blocked: 5], inFlight: 40, waitingHosts: 3,
    nextRequest: .seconds(32), elapsed: .seconds(20))

  @Test func aWideLineHasEverything() {
    let line = ProgressLine(busy, now: .seconds(20), left: .seconds(131)).text(width: 139, isColored: false)
    #expect(
      line == "███░░░░░░░░░░░░░░░░░░░░░ 120 of 800  100 ok, 3 moved, 12 gone, 5 blocked"
        + "  3 hosts asked to wait, next in 12 s  about 2 min left")
  }

  @Test(arguments: 1...170) func noLineIsWiderThanItsTerminal(width: Int) {
    for left in [nil, Duration.seconds(3), .seconds(100_000)] {
      let line = ProgressLine(busy, now: .seconds(20), left: left)
      let plain = line.text(width: width, isColored: false)
      #expect(plain.unicodeScalars.count <= width)
      #expect(Self.withoutColors(line.text(width: width, isColored: true)) == plain)
    }
  }

  @Test func aNarrowLineSaysWhatFailsAndWhatIsWaitedFor() {
    let line = ProgressLine(busy, now: .seconds(20)).text(width: 39, isColored: false)
    #expect(line.hasSuffix("░ 120 of 800  12 failed") || line.hasSuffix("  next in 12 s"), "\(line)")
  }

  @Test func theTimeLeftIsThatOfTheLastSeconds() {
    var estimate = TimeEstimate()
    func progress(_ checked: Int, inFlight: Int = 1, waiting: Int = 0) -> CheckProgress {
      CheckProgress(checked: checked, total: 1000, inFlight: inFlight, waitingHosts: waiting, elapsed: .zero)
    }
    for second in 0...60 { estimate.add(second <= 10 ? second * 80 : 800 + second - 10, at: .seconds(second)) }
    #expect(estimate.left(of: progress(850)) == .seconds(150))
    // Nobody knows how long a host asks to wait next, or how long the last answers take.
    #expect(estimate.left(of: progress(850, waiting: 1)) == nil)
    #expect(estimate.left(of: progress(850, inFlight: 150)) == nil)
    // A run that stands still has no time left.
    for second in 61...90 { estimate.add(850, at: .seconds(second)) }
    #expect(estimate.left(of: progress(850)) == nil)
    #expect(TimeEstimate().left(of: progress(0)) == nil)
  }

  @Test(arguments: [40, 80, 160]) func aTerminalIsNeverSmeared(columns: Int) throws {
    let server = try WebServer { request in
      request.target == "/slow" ? .ok.after(.milliseconds(1_200)) : .status(request.target.hasSuffix("3") ? 404 : 200)
    }
    let links = ((0..<40).map(String.init) + ["slow"]).map { "- [A \($0)](\(server.url("/" + $0))) - B.\n" }
    let sandbox = try Sandbox(["a.md": "# L\n\n" + links.joined()])
    let terminal = try PseudoTerminal(columns: Int32(columns))
    let bytes = try terminal.errors(
      of: sandbox.program, ["check-links", "a.md", "--allow-address", "127.0.0.0/8"], in: sandbox.folder.path,
      environment: ["TERM": "xterm"])
    let text = String(decoding: bytes, as: UTF8.self)
    let frames = text.components(separatedBy: "\r").dropFirst().map(Self.withoutColors)
    #expect(frames.contains { $0.contains("40 of 41") }, "\(text)")
    for frame in frames {
      // Each frame clears what the one before it left, and the last one leaves an empty line.
      #expect(frame.hasSuffix("\u{1B}[K"))
      #expect(frame.dropLast(3).unicodeScalars.count < columns && !frame.contains("\n"), "\(frame)")
    }
    #expect(frames.last == "\u{1B}[K")
  }

  @Test(arguments: [40, 80, 160]) func noLineOfTheReportIsWiderThanItsTerminal(columns: Int) throws {
    let server = try WebServer { request in .status(request.target.hasPrefix("/blocked") ? 403 : 404) }
    let paths = ["/gone", "/blocked", "/" + String(repeating: "long/", count: 40)]
    let links = paths.map { "- [A \($0.prefix(9))](\(server.url($0))) - 日本語のとても長い説明です。\n" }
    let sandbox = try Sandbox(["a-list-with-a-long-name.md": "# L\n\n" + links.joined()])
    let bytes = try PseudoTerminal(columns: Int32(columns)).errors(
      of: sandbox.program,
      [
        "check-links", "a-list-with-a-long-name.md", "--allow-address", "127.0.0.0/8", "--verbose", "--exclude",
        "https://example.com/a-path-that-no-link-of-this-list-has/*",
      ],
      in: sandbox.folder.path, environment: ["TERM": "xterm"], outputToo: true)
    let lines = Self.withoutColors(String(decoding: bytes, as: UTF8.self)).unicodeScalars.split {
      $0 == "\r" || $0 == "\n"
    }.map { String($0).replacing("\u{1B}[K", with: "") }
    for line in lines {
      let wide = line.unicodeScalars.count { (0x3000...0x9FFF).contains($0.value) }
      #expect(line.unicodeScalars.count + wide <= columns, "\(line)")
    }
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(words.count { $0 == "[link-gone]" } == 2, "\(lines)")
    #expect(words.contains("blocked:"), "\(lines)")
  }

  /// The text without Select Graphic Rendition sequences.
  private static func withoutColors(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}
