import AwesomeList
import Foundation
import Markdown
import Source
import Synchronization
import Testing

/// The deepest nesting that the parser accepts, read on a thread with a small stack.
@Suite struct DeepNestingTests {
  @Test(arguments: [
    (0..<990).map { String(repeating: "  ", count: $0) + "- [a](b)\n" }.joined(),
    String(repeating: "> ", count: 990) + "[a](b)",
    String(repeating: "- ", count: 990) + "[a](b) - c",
    String(repeating: "1. ", count: 990) + "[a](b) - c",
    String(repeating: "<details><summary><a href=b>c</a></summary>\n\n", count: 990) + "- [a](b)\n",
    String(repeating: "*a **b ", count: 2_000) + String(repeating: "***", count: 2_000),
  ])
  func deepNestingFitsASmallStack(_ text: String) async {
    let links = await withCheckedContinuation { continuation in
      let thread = Thread {
        let list = (try? Document(SourceText(text))).map(List.init)
        continuation.resume(returning: list.map { $0.links.count + $0.parts.count })
      }
      // The stacks of macOS's secondary threads have half as much, and builds for tests take twice as much as others.
      thread.stackSize = 1 << 20
      thread.start()
    }
    #expect(links ?? 0 > 0)
  }
}
