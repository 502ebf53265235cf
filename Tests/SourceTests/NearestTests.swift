import Source
import Testing

@Suite struct NearestTests {
  @Test func nearestWordIsFoundOnlyIfItIsNear() {
    #expect(nearest(to: "outptu", among: ["list", "output"]) == "output")
    #expect(nearest(to: "LIST", among: ["list", "output"]) == "list")
    #expect(nearest(to: "colour", among: ["list", "output"]) == nil)
    #expect(nearest(to: "", among: ["ab"]) == nil)
  }
}
