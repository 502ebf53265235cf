import Source
import Testing

@Suite struct DurationTextTests {
  static let readable: [(String, Duration)] = [
    ("0", .zero), ("30", .seconds(30)), ("30s", .seconds(30)), ("500ms", .milliseconds(500)),
    ("1.5s", .milliseconds(1_500)), ("2m", .seconds(120)), ("1h", .seconds(3_600)), ("7d", .seconds(604_800)),
  ]

  @Test(arguments: readable) func durationsAreRead(text: String, duration: Duration) {
    #expect(Duration(text: text) == duration)
  }

  @Test(arguments: [
    "", "s", "1.5", "-1", "+1", "1 s", "30S", "1w", "1e3", "nan", ".5s", "5.s", "1.2.3s", "٣s", "0x10", "1,5s",
    "99999999999999999999d",
  ])
  func otherTextsAreRefused(text: String) {
    #expect(Duration(text: text) == nil)
  }

  @Test(arguments: [("0s", 0), ("500ms", 500), ("90s", 90_000), ("2m", 120_000), ("1h", 3_600_000), ("1d", 86_400_000)])
  func durationsAreWrittenInTheLargestWholeUnit(text: String, milliseconds: Int) {
    #expect(Duration.milliseconds(milliseconds).text == text)
    #expect(Duration(text: text) == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    ("0.00 s", 3), ("0.09 s", 88), ("9.99 s", 9_990), ("12.3 s", 12_340), ("1 min 0 s", 60_000),
    ("61 min 1 s", 3_661_000),
  ])
  func elapsedTimesAreShort(text: String, milliseconds: Int) {
    #expect(Duration.milliseconds(milliseconds).elapsedText == text)
  }
}
