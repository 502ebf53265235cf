import AwesomeList
import BenchmarkSupport
import Markdown
import Source

/// Input that may take more than linear time: repeated pieces and generated files, in three sizes.
enum Hostile {
  private static let pieces = [
    "<b>", "</b>", "<b></i>", "<p>a", "<!-- ", "<a href=\"", "<div\n", "<details><summary>", "\0", "`", "*a_ ",
    "**a _b ",
    "~~a ", "&amp;", "★&copy;", "\\", "<", "[a]: u\n\n", "[a](", "![a](b \"", "|", "www.a ", "a@b ", "https://a ",
    "- a\n",
    "- [a](b) - c\n", "> a\n\n", "1. a\n", "# a\n\n", "\r", "[^a]", "<https://a ", "[a](<b", "[a](b) ", "[a][b] ", "(",
    "\t",
    "a\n", "<!-- a -->\n\n", "<li><a href=b>c</a>\n", "- a\n> b\n\n", "_ ", "<?", "[\\]", "[`]`", "[<b ]>", "![\\]()",
    "[a]`]`", "![`]`](", "[]", "[][", "1. ", "1. a ", "- ", "> ", "a|", "\u{301}", "&#", "a_", ":a:", "\r\n", "\\\n",
    "[a]: <", "~", "@", "http://", "^[", "<a>[", "</p><p>",
    "<![CDATA[", "<!A ", "www.a_", "<http://a", "a <?", "a <!A ", "*[^a]", "www.a.b ", "a@b.co ",
  ]

  /// Whole files of a size.
  private static let files: [(name: String, once: Int, text: @Sendable (Int) -> String)] = [
    ("one line", 1_250_000, { String(repeating: "[a](https://b.org) c ", count: $0 / 21) }),
    ("one line of text", 1_250_000, { String(repeating: "a b★ ", count: $0 / 7) }),
    ("definitions", 2_500, { (0..<$0).map { "[a\($0)]: https://b.org/\($0)&amp;\n" }.joined() }),
    ("used definitions", 2_500, { (0..<$0).map { "[a\($0)]\n\n[a\($0)]: /\($0)\n\n" }.joined() }),
    ("combining marks in a heading", 50_000, { "# a" + String(repeating: "\u{301}", count: $0) }),
    (
      "headings of combining marks", 500,
      { String(repeating: "# a\u{323}" + String(repeating: "\u{301}", count: 99) + "\n", count: $0) }
    ),
    ("a row of bars", 100_000, { "a|b\n-|-\n" + String(repeating: "|", count: $0) }),
    (
      "a long definition", 10_000,
      { "[a]: /" + String(repeating: "b", count: $0) + "\n\n" + String(repeating: "[a] ", count: $0) }
    ),
    ("nested items", 10, { String(repeating: nest, count: $0) }),
    ("lines that are entries", 2_500, { (0..<$0).map { "[a\($0)](https://b.org) - c  \n" }.joined() }),
    ("badges", 10_000, { "- [a](https://b.org) " + String(repeating: "`c` ", count: $0) }),
    (
      "elements below an entry", 2_500,
      {
        "- [a](https://b.org)\n\n"
          + String(repeating: "<details><summary>c</summary>\n\n\(link)\n\n</details>\n\n", count: $0)
      }
    ),
    (
      "elements in a row", 2_500,
      { "<details>" + String(repeating: "<summary>\(link)</summary>\n\nc\n\n</details><details>", count: $0) }
    ),
    (
      "links in an element", 2_500,
      { "<details><summary>\(link)</summary>\n\n" + String(repeating: "\(link)\n\n", count: $0) + "</details>" }
    ),
    ("descriptions of a term", 10_000, { "<dl><dt>\(link)</dt>" + String(repeating: "<dd>\(link)</dd>\n", count: $0) }),
    ("nested numbers on a line", 200, { String(repeating: "1. ", count: $0) + "a" }),
  ]

  private static let link = "<a href=https://b.org>a</a>"
  private static let nest = (0..<100).map { String(repeating: "  ", count: $0) + "- [a](b) - c\n" }.joined() + "\na\n\n"

  /// The limit for the time of four times the input, where cmark-gfm takes no longer: quadratic work takes 16 times as long.
  ///
  /// cmark-gfm needs a hundred times the memory of some input, and page faults are not linear: twice its own ratio is allowed.
  private static let limit = 8.0
  /// The limit for the largest size.
  private static let longest = Duration.seconds(5)

  /// Prints the times and returns whether all are about linear.
  static func measure() -> Bool {
    print("input: size and ms, twice and four times the size, ratio of the last to the first")
    var isLinear = true
    for piece in pieces {
      isLinear =
        report(piece.debugDescription, once: 300_000) {
          String(repeating: piece, count: $0 / piece.utf8.count)
        } && isLinear
    }
    for file in files { isLinear = report(file.name, once: file.once, text: file.text) && isLinear }
    return isLinear
  }

  private static func report(_ name: String, once: Int, text: (Int) -> String) -> Bool {
    let sizes = [once, 2 * once, 4 * once]
    let inputs = sizes.map { SourceText(text($0)) }
    let bytes = inputs.map(\.bytes)
    var best = [Duration](repeating: .seconds(3600), count: inputs.count)
    var bare = best
    var isLinear = false
    var outcome = ""
    // Repeat what was too slow: the machine may have been busy.
    for round in 0..<20 where round < 1 || !isLinear {
      for (index, input) in inputs.enumerated() {
        best[index] = min(best[index], ProcessorTime.measure { outcome = read(input) })
        // Input that the toolkit refuses takes cmark-gfm too long.
        guard outcome.hasPrefix("parsed") else { continue }
        bare[index] = min(bare[index], ProcessorTime.measure { _ = BareParser.parse(bytes[index]) })
      }
      isLinear = ratio(best) <= max(limit, 2 * ratio(bare)) && best[2] < longest
    }
    let times = zip(sizes, best).map { "\($0) \(($1 / .milliseconds(1)).hundredths) ms" }
    print(
      "\(name): \(times.joined(separator: ", ")), \(ratio(best)), cmark \(ratio(bare)) (\(outcome))",
      isLinear ? "" : "NOT LINEAR")
    return isLinear
  }

  private static func ratio(_ times: [Duration]) -> Double {
    (times[2] / max(times[0], .microseconds(200))).hundredths
  }

  private static func read(_ source: SourceText) -> String {
    do {
      return try List(source).document.links.isEmpty ? "parsed" : "parsed, with links"
    } catch {
      return "\(error)"
    }
  }
}
