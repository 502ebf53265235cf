import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import awesome

/// A run that is killed at any moment leaves the old file or the new one.
@Suite struct KilledWriteTests {
  private static let kills = 40
  private static let arguments = ["render", "--in-place", "--style", "canonical", "README.md"]
  private static let old = "# List\n\n## Old\n\n" + entries

  private static let entries = (1...400).map { "*   [entry \($0)](https://example.org/\($0)): Text about it.\n" }
    .joined()

  @Test func aKilledRunLeavesTheOldFileOrTheNewOne() throws {
    let sandbox = try Sandbox(["README.md": Self.old])
    #expect(try sandbox.run(Self.arguments).status == 0)
    let new = try sandbox.read("README.md")
    #expect(new != Self.old)
    // The whole of a run, which takes its time on a busy machine, is what the moments are spread over.
    try sandbox.write(Self.old, to: "README.md")
    let clock = ContinuousClock()
    let whole = try clock.measure { _ = try sandbox.run(Self.arguments) }
    for kill in 0..<Self.kills {
      try sandbox.write(Self.old, to: "README.md")
      let run = try sandbox.program.start(Self.arguments, in: sandbox.folder.path)
      usleep(UInt32(whole / .microseconds(1) * Double(kill) * 1.2 / Double(Self.kills)))
      run.process.send(SIGKILL)
      _ = try run.wait()
      let text = try sandbox.read("README.md")
      #expect(text == Self.old || text == new, "after \(kill) of \(Self.kills) steps")
      // What a killed run leaves is hidden, and is no list or README for anybody.
      let others = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path).filter { $0 != "README.md" }
      #expect(
        others.allSatisfy {
          $0.hasPrefix(".awesome-") && DefaultList.name(in: FilePath(sandbox.folder.path)) == "README.md"
        })
    }
    #expect(try sandbox.run(Self.arguments).status == 0)
    #expect(try sandbox.read("README.md") == new)
  }
}
