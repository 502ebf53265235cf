import Markup
import Testing

@Suite struct HTMLStreamTests {
  /// The names of a page's start tags, and whether it is too deep.
  private func read(_ text: String) -> (names: [String], isTooDeep: Bool) {
    var names: [String] = []
    let stream = HTMLStream { event in
      if case .start(let name, _) = event { names.append(name) }
    }
    stream.feed(Array(text.utf8))
    stream.finish()
    return (names, stream.isTooDeep)
  }

  @Test func readingStopsAtTheDepthLimit() {
    // For each end tag the parser looks through all that is open: a hundred thousand million times in all.
    let count = 400_000
    let page = read(String(repeating: "<i>", count: count) + String(repeating: "</b>", count: count) + "<hr>")
    #expect(page.isTooDeep && !page.names.contains("hr"))
  }

  @Test func aPageWithUnclosedElementsIsReadToItsEnd() {
    let unclosed = String(repeating: "<font><b>", count: 2000) + String(repeating: "<p>x</i></p>", count: 10_000)
    let table = String(repeating: "<table><tr><td>", count: 50) + String(repeating: "<td><a>x</a></b>", count: 99_000)
    for text in [unclosed, table] {
      let page = read(text + "<hr>")
      #expect(!page.isTooDeep && page.names.last == "hr")
    }
  }
}
