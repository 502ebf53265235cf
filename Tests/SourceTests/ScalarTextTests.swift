import Source
import Testing

@Suite struct ScalarTextTests {
  /// Marks that make one character of a sign and themselves.
  static let marks = ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{20E3}"]

  @Test(arguments: marks) func aMarkHidesNoSign(_ mark: String) {
    let url = "#\(mark)a?\(mark)b=\(mark)c&\(mark)d"
    #expect(!url.hasPrefix("#") && url.begins(with: "#"))
    #expect(url.removing(prefix: "#").map(String.init) == "\(mark)a?\(mark)b=\(mark)c&\(mark)d")
    #expect(url.upTo("?/") == "#\(mark)a")
    #expect(url.parts(at: "&") == ["#\(mark)a?\(mark)b=\(mark)c", "\(mark)d"])
    #expect(url.holds("?") && url.holds("=") && !url.holds("/"))
    #expect("x/\(mark)".replacing(each: "/", by: "-") == "x-\(mark)")
    #expect("a\(mark)".ends(with: mark) && !"a\(mark)".ends(with: "a"))
    #expect("a\(mark)".removing(suffix: mark) == "a")
    #expect(!" \(mark)".isBlank && " \u{A0}\t".isBlank && "".isBlank)
    #expect(" \(mark)a ".trimmed.unicodeScalars.elementsEqual("\(mark)a".unicodeScalars))
  }

  @Test func shortTextsAreWhollyCompared() {
    #expect("".removing(suffix: "a") == nil && "".removing(prefix: "a") == nil && "a".removing(suffix: "a") == "")
    #expect("aab".place(of: "ab") == "aab".range("b", from: 1) && "aab".place(of: "") == nil)
    #expect("a,,b".parts(at: ",") == ["a", "b"])
    #expect("a,,b".parts(at: ",", maxSplits: 1, omittingEmptySubsequences: false) == ["a", ",b"])
    #expect("abab".replacing(each: "ab", by: "abc") == "abcabc")
    #expect("a".upTo("?") == "a" && "?".upTo("?") == "")
  }

  @Test func keysDifferByTheirBytes() {
    #expect("é" == "e\u{301}" && ExactText("é") != ExactText("e\u{301}"))
    #expect(Set([ExactText("é"), ExactText("e\u{301}"), ExactText("é")]).count == 2)
  }
}

extension String {
  /// The range from an offset to the end of the next occurrence of a letter.
  fileprivate func range(_ letter: Character, from offset: Int) -> Range<Index>? {
    let start = index(startIndex, offsetBy: offset)
    return self[start...].firstIndex(of: letter).map { start..<index(after: $0) }
  }
}
