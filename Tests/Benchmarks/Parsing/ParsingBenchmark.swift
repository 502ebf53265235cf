import AwesomeList
import BareParsing
import FoundationEssentials
import Markdown
import Source

/// Measures the way from a file's bytes to the model of a list.
///
/// `speed FILE` prints the milliseconds of the C library's parse alone, of the document and of the list, the best of several runs;
/// `bare FILE` and `model FILE` do one of them once, so that the peak of their memory can be read from outside;
/// `parts FILE…` prints the share of each file's bytes in parts of each kind;
/// `counts FILE…` prints the number of links, of headings and of entries in each file;
/// `hostile` prints the milliseconds that n and 2n of each hostile piece take.
@main
struct ParsingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = try arguments.dropFirst().map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    switch (arguments.first, files.first) {
    case ("speed", let bytes?): try speed(bytes)
    case ("bare", let bytes?): print(BareParser.parse(bytes))
    case ("model", let bytes?): print(List(try Document(SourceText(utf8: bytes))).entries.count)
    case ("parts", _?): for (name, bytes) in zip(arguments.dropFirst(), files) { try parts(name, bytes) }
    case ("counts", _?):
      for bytes in files {
        let list = List(try Document(SourceText(utf8: bytes)))
        print(list.links.count, list.headings.count, list.entries.count)
      }
    case ("hostile", _): Hostile.measure()
    default: print("usage: ParsingBenchmark speed|bare|model FILE, parts|counts FILE…, hostile")
    }
  }

  private static func parts(_ name: String, _ bytes: [UInt8]) throws {
    var sizes: [Part.Kind: Int] = [:]
    for part in List(try Document(SourceText(utf8: bytes))).parts { sizes[part.kind, default: 0] += part.range.count }
    let shares = Part.Kind.allCases.compactMap { kind in
      sizes[kind].map { "\(kind.rawValue) \(rounded(100 * Double($0) / Double(bytes.count))) %" }
    }
    print(name, shares.joined(separator: ", "))
  }

  private static func speed(_ bytes: [UInt8]) throws {
    let bare = best { _ = BareParser.parse(bytes) }
    let document = try best { _ = try Document(SourceText(utf8: bytes)) }
    let list = try best { _ = List(try Document(SourceText(utf8: bytes))) }
    print(
      "\(bytes.count) bytes: cmark \(bare) ms, document \(document) ms, list \(list) ms,",
      "\(rounded(list / bare)) × cmark")
  }

  /// The shortest of the times that a piece of work takes in two seconds, in milliseconds.
  static func best(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    let deadline = clock.now + .seconds(2)
    repeat { best = min(best, try clock.measure(body)) } while clock.now < deadline
    return rounded(best / .milliseconds(1))
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
