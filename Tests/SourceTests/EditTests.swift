import Source
import Testing

@Suite struct EditTests {
  private func apply(_ edits: [Edit], to text: String) -> (text: String, complete: Bool) {
    let result = edits.applied(to: Array(text.utf8))
    return (String(decoding: result.bytes, as: UTF8.self), result.complete)
  }

  @Test func editsApplyInTheOrderOfTheirRanges() {
    let result = apply(
      [Edit(SourceRange(4, 5), "E"), Edit(SourceRange(0, 1), "AA"), Edit(SourceRange(2, 3), "")], to: "abcde")
    #expect(result.text == "AAbdE")
    #expect(result.complete)
  }

  @Test func adjacentEditsBothApply() {
    let result = apply(
      [Edit(SourceRange(0, 2), "x"), Edit(SourceRange(2, 4), "y"), Edit(SourceRange(4, 4), "z")], to: "abcd")
    #expect(result.text == "xyz")
    #expect(result.complete)
  }

  @Test func onlyTheFirstOfOverlappingEditsApplies() {
    let result = apply([Edit(SourceRange(1, 3), "y"), Edit(SourceRange(0, 2), "x")], to: "abcd")
    #expect(result.text == "xcd")
    #expect(!result.complete)
  }

  @Test func onlyTheFirstInsertionAtAnOffsetApplies() {
    let result = apply([Edit(SourceRange(1, 1), "x"), Edit(SourceRange(1, 1), "y")], to: "ab")
    #expect(result.text == "axb")
    #expect(!result.complete)
  }

  @Test func editPastTheEndDoesNotApply() {
    let result = apply([Edit(SourceRange(1, 9), "x")], to: "ab")
    #expect(result.text == "ab")
    #expect(!result.complete)
  }
}
