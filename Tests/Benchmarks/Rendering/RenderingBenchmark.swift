import AwesomeList
import BenchmarkSupport
import Foundation
import Markdown
import Rendering
import Source

/// Measures rendering, from the bytes of a file to the checked bytes of the result.
///
/// `speed FILE` prints the times of cmark-gfm's parse, of the list's model and of rendering, which may take 6 times as long as cmark-gfm;
/// `time FILE` prints the shortest time of rendering in milliseconds; `once FILE` renders once, for a profiler.
@main
struct RenderingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: RenderingBenchmark speed|time|once FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    func render() throws { _ = try Renderer().render(SourceText(utf8: bytes)) }
    switch arguments[1] {
    case "once": try render()
    case "time": print(try Comparison(seconds: 3, [("rendering", render)]).shortest(0))
    default:
      let times = try Comparison(
        seconds: 9,
        [
          ("cmark", { _ = BareParser.parse(bytes) }), ("list", { _ = try List(SourceText(utf8: bytes)) }),
          ("rendering", render),
        ])
      if !times.report(limit: 6) { exit(1) }
    }
  }
}
