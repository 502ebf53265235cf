import AwesomeList
import BenchmarkSupport
import Foundation
import Markdown
import Rendering
import Source

/// Measures rendering, from the bytes of a file to the checked bytes of the result.
///
/// `speed FILE…` prints the times of cmark-gfm's parse, of the list's model and of rendering, for all files in turn; rendering may take 6
/// times as long as cmark-gfm; `time FILE…` prints the shortest time of rendering in milliseconds; `once FILE…` renders once, for a profiler.
@main
struct RenderingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = try arguments.dropFirst().map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    guard let mode = arguments.first, !files.isEmpty else {
      print("usage: RenderingBenchmark speed|time|once FILE…")
      return
    }
    func render() throws { for bytes in files { _ = try Renderer().render(SourceText(utf8: bytes)) } }
    switch mode {
    case "once": try render()
    case "time": print(try Comparison(seconds: 3, [("rendering", render)]).shortest(0))
    default:
      let times = try Comparison(
        seconds: 9,
        [
          ("cmark", { for bytes in files { _ = BareParser.parse(bytes) } }),
          ("list", { for bytes in files { _ = try List(SourceText(utf8: bytes)) } }), ("rendering", render),
        ])
      if !times.report(limit: 6) { exit(1) }
    }
  }
}
