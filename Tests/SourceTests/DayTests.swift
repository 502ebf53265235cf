import Source
import Testing

@Suite struct DayTests {
  @Test func everyDayIsReadAsItIsWritten() {
    for number in -800_000..<60_000 where number % 7 == 0 || number > 19_000 {
      let day = Day(number: number)
      if number < -719_528 { continue }
      #expect(Day(day.description) == day)
    }
  }

  @Test func theCalendarIsKept() {
    #expect(Day("1970-01-01")?.number == 0 && Day("2000-03-01")?.number == 11_017)
    #expect(Day("2028-02-29") != nil && Day("2000-02-29") != nil)
    #expect(Day("2027-02-29") == nil && Day("2100-02-29") == nil)
    for text in ["2027-13-01", "2027-00-01", "2027-04-31", "2027-1-01", "2027-01-0x", "", "2027/01/01", "２027-01-01"] {
      #expect(Day(text) == nil)
    }
    #expect(Day("2028-03-01")! - Day("2028-02-28")! == 2)
    #expect(Day(secondsSinceEpoch: 86_399).number == 0 && Day(secondsSinceEpoch: -1).number == -1)
    #expect(Day(secondsSinceEpoch: 1_764_547_200).description == "2025-12-01")
  }
}
