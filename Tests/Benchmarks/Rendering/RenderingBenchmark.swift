import AwesomeList
import BenchmarkSupport
import Foundation
import Markdown
import Rendering
import Source

/// Measures rendering, from the bytes of a file to the checked bytes of the result.
///
/// `speed FILE` prints the shortest times of cmark-gfm's parse, of the list's model and of rendering, in milliseconds; rendering may take
/// 6 times as long as cmark-gfm; `time FILE` prints the shortest time of rendering; `once FILE` renders once, for a profiler.
@main
struct RenderingBenchmark {
  /// The limit of the ratio to cmark-gfm's parse.
  private static let limit = 6.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: RenderingBenchmark speed|time|once FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    func model() throws { _ = try List(SourceText(utf8: bytes)) }
    func render() throws { _ = try Renderer().render(SourceText(utf8: bytes)) }
    switch arguments[1] {
    case "once": try render()
    case "time": print(try Comparison(seconds: 3, [render]).shortest(0))
    default:
      let times = try Comparison(seconds: 9, [{ _ = BareParser.parse(bytes) }, model, render])
      let ratio = (times.shortest(2) / times.shortest(0)).hundredths
      print(
        "\(bytes.count) bytes, \(times.count) rounds: cmark \(times.shortest(0)) ms, model \(times.shortest(1)) ms,",
        "rendered and checked \(times.shortest(2)) ms, \(ratio) × cmark (limit \(limit));",
        "processor time \(times.processorRatio(2).hundredths) × cmark")
      if ratio > limit { exit(1) }
    }
  }
}
