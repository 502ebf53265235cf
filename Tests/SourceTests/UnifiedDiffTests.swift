import Source
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8), oldLabel: "a", newLabel: "b").text
  }

  private func lines(_ range: ClosedRange<Int>) -> String {
    range.map { "\($0)\n" }.joined()
  }

  @Test func equalTextsHaveNoDiff() {
    #expect(diff("", "").isEmpty)
    #expect(diff("a\nb", "a\nb").isEmpty)
  }

  @Test func aChangeHasThreeLinesOfContext() {
    let expected = "--- a\n+++ b\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n"
    #expect(diff(lines(1...12), lines(1...5) + "six\n" + lines(7...12)) == expected)
  }

  @Test func aReplacedLineCountsOnce() {
    func count(_ old: String, _ new: String) -> Int {
      UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8), oldLabel: "a", newLabel: "b").changedLineCount
    }
    #expect(count("a\nb\n", "a\nb\n") == 0)
    #expect(count("a\nb\nc\n", "a\nx\nc\n") == 1)
    #expect(count("a\nb\nc\nd\ne\n", "a\nx\nc\ne\nf\ng\n") == 4)
  }

  @Test func changesSixLinesApartShareAHunkAndSevenLinesApartDoNot() {
    let near = diff(lines(1...20), "x\n" + lines(2...7) + "y\n" + lines(9...20))
    #expect(near.matches(of: /@@ -/).count == 1)
    let far = diff(lines(1...20), "x\n" + lines(2...8) + "y\n" + lines(10...20))
    #expect(far.matches(of: /@@ -/).count == 2)
    #expect(far.contains("@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,7 +6,7 @@\n"))
  }

  @Test func filesThatAppearAndDisappear() {
    #expect(diff("", "a\nb\n") == "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n")
    #expect(diff("a\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func missingFinalLineFeedIsMarked() {
    let note = "\\ No newline at end of file\n"
    #expect(diff("a\nb", "a\nb\n") == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n a\n-b\n\(note)+b\n")
    #expect(diff("a\nb\n", "a\nb") == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\(note)")
    #expect(diff("a\nb", "c\nb") == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\(note)")
  }

  @Test func aCarriageReturnIsPartOfItsLine() {
    #expect(diff("a\r\nb\n", "a\nb\n") == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n")
  }

  @Test func movedBlockChangesNothingElse() {
    let text = diff("a\nb\nc\nd\ne\n", "d\na\nb\nc\ne\n")
    #expect(text.hasSuffix("@@ -1,5 +1,5 @@\n+d\n a\n b\n c\n-d\n e\n"))
  }

  @Test(arguments: 0..<300) func applyingADiffGivesTheNewText(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed + 1))
    // Few different lines, so that many repeat and Myers' algorithm has work; or many, so that anchors exist.
    let alphabet = seed % 2 == 0 ? 4 : 60
    let old = random.text(lines: Int(random.next() % 40), alphabet: alphabet)
    let new = seed % 3 == 0 ? random.text(lines: Int(random.next() % 40), alphabet: alphabet) : random.edited(old)
    #expect(Patch(diff(old, new)).applied(to: old) == new)
  }

  @Test(.timeLimit(.minutes(20))) func diffOfLargeTextsIsFast() {
    var random = SeededRandom(seed: 7)
    let old = random.text(lines: 40_000, alphabet: 20_000)
    let other = random.text(lines: 40_000, alphabet: 3)
    #expect(Patch(diff(old, other)).applied(to: old) == other)
    let edited = random.edited(old)
    #expect(Patch(diff(old, edited)).applied(to: old) == edited)
    #expect(!diff(other, random.edited(other)).isEmpty)
  }
}
