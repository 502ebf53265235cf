import AwesomeList
import Testing

@Suite struct MajorityTests {
  @Test func ofFormsThatAreEquallyFrequentTheFirstIsTheMostCommon() {
    #expect(Majority(["b", "a", "a", "b"]).mostCommon == "b")
    #expect(Majority([String]()).mostCommon == nil)
    #expect(Majority(["b", "a", "a", "b"]).form == nil)
    #expect(Majority(["b", "a", "a"]).form == "a")
  }

  @Test func oneExceptionIsNoOtherForm() {
    #expect(Majority(["a", "a", "b"]).form(allButOneIn: 10) == "a")
    #expect(Majority(["a", "a", "a", "b", "b"]).form(allButOneIn: 10) == nil)
    #expect(Majority(["a", "b"]).form(allButOneIn: 10) == nil)
  }

  @Test func aConventionHasFewerExceptionsThanAFifth() {
    func share(_ exceptions: Int, of places: Int) -> Int? {
      var forms = Majority(repeatElement("a", count: places - exceptions))
      forms.add("b", count: exceptions)
      return forms.convention(ofAtLeast: 10)?.count
    }
    #expect(share(1, of: 10) == 9)
    #expect(share(2, of: 10) == nil)
    #expect(share(2, of: 11) == 9)
    #expect(share(0, of: 9) == nil)
  }
}
