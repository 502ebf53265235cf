import AwesomeList
import BareParsing
import Foundation
import Markdown
import Rendering
import Source

/// Measures rendering, from a file's bytes to the proven bytes of the result.
///
/// `speed FILE` prints the milliseconds of the C library's parse alone, of the list's model and of rendering, the best of several runs, and
/// fails where rendering takes more than 6 times as long as the library; `time FILE` prints the milliseconds of rendering alone; `once FILE`
/// renders once, for a profiler.
@main
struct RenderingBenchmark {
  /// How many times as long as the C library's parse rendering may take.
  private static let limit = 6.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: RenderingBenchmark speed|time|once FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    func model() throws { _ = try List(SourceText(utf8: bytes)) }
    func render() throws { _ = try Renderer().render(List(SourceText(utf8: bytes))) }
    switch arguments[1] {
    case "once": try render()
    case "time": print(try best([render])[0])
    default:
      let times = try best([{ _ = BareParser.parse(bytes) }, model, render])
      let ratio = rounded(times[2] / times[0])
      print(
        "\(bytes.count) bytes: cmark \(times[0]) ms, model \(times[1]) ms, rendered and proven \(times[2]) ms,",
        "\(ratio) × cmark (limit \(limit))")
      if ratio > limit { exit(1) }
    }
  }

  /// The shortest of the times that each piece of work takes in milliseconds; they take turns, so that a machine that is busy with other
  /// things is busy for each of them.
  private static func best(_ works: [() throws -> Void]) throws -> [Double] {
    let clock = ContinuousClock()
    var best = [Duration](repeating: .seconds(3600), count: works.count)
    let deadline = clock.now + .seconds(3 * works.count)
    repeat {
      for (index, work) in works.enumerated() { best[index] = min(best[index], try clock.measure(work)) }
    } while clock.now < deadline
    return best.map { rounded($0 / .milliseconds(1)) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
