import AwesomeList
import Markdown
import Source

/// Input that tries to take more time than its size deserves: pieces repeated, once and twice as often.
enum Hostile {
  private static let pieces = [
    "<b>", "</b>", "<b></i>", "<p>a", "<!-- ", "<a href=\"", "<div\n", "<details><summary>", "\0", "`", "*a_ ",
    "**a _b ",
    "~~a ", "&amp;", "★&copy;", "\\", "<", "[a]: u\n\n", "[a](", "![a](b \"", "|", "www.a ", "a@b ", "https://a ",
    "- a\n",
    "- [a](b) - c\n", "> a\n\n", "1. a\n", "# a\n\n", "\r", "[^a]", "<https://a ", "[a](<b", "[a](b) ", "[a][b] ", "(",
    "\t",
    "a\n", "<!-- a -->\n\n", "<li><a href=b>c</a>\n", "- a\n> b\n\n", "_ ", "<?", "<![CDATA[", "<!A ",
  ]

  static func measure() {
    print("piece; bytes and ms; twice the bytes and ms; ratio")
    for piece in pieces {
      let once = time(piece, count: 200_000 / piece.utf8.count)
      let twice = time(piece, count: 400_000 / piece.utf8.count)
      let ratio = ParsingBenchmark.rounded(twice.milliseconds / max(once.milliseconds, 0.01))
      print(piece.debugDescription, once.bytes, once.milliseconds, twice.bytes, twice.milliseconds, ratio, once.outcome)
    }
    for (name, text) in [
      ("one line of 5 MB", String(repeating: "[a](https://b.org) c ", count: 250_000)),
      ("10,000 definitions", (0..<10_000).map { "[a\($0)]: https://b.org/\($0)&amp;\n" }.joined()),
    ] {
      print(name, time(text, count: 1).milliseconds, "ms")
    }
  }

  private static func time(
    _ piece: String, count: Int
  ) -> (bytes: Int, milliseconds: Double, outcome: String) {
    let source = SourceText(String(repeating: piece, count: count))
    var outcome = "parsed"
    let time = ContinuousClock().measure {
      do {
        outcome = List(try Document(source)).document.links.isEmpty ? "parsed" : "parsed, with links"
      } catch {
        outcome = "\(error)"
      }
    }
    return (source.bytes.count, ParsingBenchmark.rounded(time / .milliseconds(1)), outcome)
  }
}
