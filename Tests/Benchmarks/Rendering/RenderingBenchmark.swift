import AwesomeList
import CCMark
import FoundationEssentials
import Markdown
import Rendering
import Source

/// Measures rendering, from a file's bytes to the proven bytes of the result: `speed FILE` prints the milliseconds of the C library's parse
/// alone, of the list's model and of rendering, the best of several runs; `once FILE` renders once, for a profiler.
@main
struct RenderingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: RenderingBenchmark speed|once FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    func render() throws { _ = try Renderer().render(List(try Document(SourceText(utf8: bytes)))) }
    if arguments[1] == "once" { return try render() }
    let bare = best { _ = parse(bytes) }
    let model = try best { _ = List(try Document(SourceText(utf8: bytes))) }
    let rendering = try best(render)
    print(
      "\(bytes.count) bytes: cmark \(bare) ms, model \(model) ms, rendered and proven \(rendering) ms,",
      rendering / bare, "× cmark")
  }

  /// The shortest of the times that a piece of work takes in three seconds, in milliseconds.
  private static func best(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    let deadline = clock.now + .seconds(3)
    repeat { best = min(best, try clock.measure(body)) } while clock.now < deadline
    return (best / .milliseconds(1) * 100).rounded() / 100
  }

  private static func parse(_ bytes: [UInt8]) -> Bool {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return false }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "autolink", "tasklist", "strikethrough"] {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return false }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return false }
    unsafe cmark_node_free(root)
    return true
  }
}
