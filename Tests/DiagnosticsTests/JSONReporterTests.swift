import Diagnostics
import Testing

@Suite struct JSONReporterTests {
  @Test func findingsCarryPlacesAndEdits() throws {
    let expected = """
      [
        {
          "file": "awesome.md",
          "rule": "mojibake",
          "severity": "warning",
          "message": "“ſ” should be “s”",
          "start": {
            "line": 1,
            "column": 5,
            "offset": 4
          },
          "end": {
            "line": 1,
            "column": 6,
            "offset": 6
          },
          "fix": {
            "safe": true,
            "edits": [
              {
                "start": {
                  "line": 1,
                  "column": 5,
                  "offset": 4
                },
                "end": {
                  "line": 1,
                  "column": 6,
                  "offset": 6
                },
                "replacement": "s"
              }
            ]
          }
        },
        {
          "file": "awesome.md",
          "rule": "entry-link",
          "severity": "error",
          "message": "the link is empty",
          "start": {
            "line": 4,
            "column": 6,
            "offset": 49
          },
          "end": {
            "line": 4,
            "column": 11,
            "offset": 54
          },
          "fix": null
        }
      ]

      """
    #expect(try Reporter.json.report([Fixture.report, Fixture.clean]) == expected)
  }

  @Test func noFindingsAreAnEmptyArray() throws {
    #expect(try Reporter.json.report([Fixture.clean]) == "[]\n")
  }

  @Test func hostileTextIsInert() throws {
    let report = try Reporter.json.report([Fixture.hostile])
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(report.contains(#""message": "bad \u001b[31m \u2066\u009b\r\n::error::x \u2028""#))
  }
}
