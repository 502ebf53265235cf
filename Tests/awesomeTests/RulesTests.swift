import Foundation
import Testing

@Suite struct RulesTests {
  @Test func theTableInTheReadmeIsFresh() throws {
    let readme = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../README.md").standardized
    let text = try String(contentsOf: readme, encoding: .utf8)
    let parts = text.split(separator: "<!-- awesome:rules -->\n\n", maxSplits: 1)
    let table = parts.last?.split(separator: "\n<!-- /awesome:rules -->").first
    #expect(try Sandbox().run("rules", "--markdown").output == table.map(String.init), "run make docs")
  }
}
