import Markdown
import Source
import Foundation
for path in CommandLine.arguments.dropFirst() {
  let data = try! Data(contentsOf: URL(fileURLWithPath: path))
  let source = SourceText(utf8: Array(data))
  let clock = ContinuousClock()
  let t = clock.now
  let document = try! Document(source)
  let d = clock.now - t
  let bad = document.allInlines.filter { $0.range == nil }
  print(path, document.links.count, document.links.filter { $0.range == nil }.count, "bad inlines", bad.count, "defs", document.definitions.count, d, source.bytes.count)
  for link in document.links.filter({ $0.range == nil }).prefix(3) { print("   ", link.text, link.destination) }
}
