import AwesomeList
import BenchmarkSupport
import FoundationEssentials
import Markdown
import Source

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Measures the way from the bytes of a file to the model of a list.
///
/// `speed FILE…` prints the times of cmark-gfm's parse, of the document and of the list, for all files in turn; the list may take 2.5 times
/// the processor time of cmark-gfm, or 9 times in files of mostly raw HTML, which cmark-gfm does not parse;
/// `bare FILE` and `model FILE` do one of them once and print the peak of memory in kilobytes;
/// `parts FILE…` prints the share of each kind of part in the bytes of each file;
/// `counts FILE…` prints the number of links, of headings and of entries in each file;
/// `hostile` prints the times of hostile input of three sizes.
@main
struct ParsingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = try arguments.dropFirst().map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    switch (arguments.first, files.first) {
    case ("speed", _?): if !(try speed(files)) { exit(1) }
    case ("bare", let bytes?): print(BareParser.parse(bytes) ? peakMemory : 0)
    case ("model", let bytes?):
      let list = try List(SourceText(utf8: bytes))
      print(list.entries.isEmpty ? 0 : peakMemory)
    case ("parts", _?): for (name, bytes) in zip(arguments.dropFirst(), files) { try parts(name, bytes) }
    case ("counts", _?):
      for bytes in files {
        let list = try List(SourceText(utf8: bytes))
        print(list.links.count, list.headings.count, list.entries.count)
      }
    case ("hostile", _): if !Hostile.measure() { exit(1) }
    default: print("usage: ParsingBenchmark bare|model FILE, speed|parts|counts FILE…, hostile")
    }
  }

  private static func parts(_ name: String, _ bytes: [UInt8]) throws {
    var sizes: [Part.Kind: Int] = [:]
    for part in try List(SourceText(utf8: bytes)).parts { sizes[part.kind, default: 0] += part.range.count }
    let shares = Part.Kind.allCases.compactMap { kind in
      sizes[kind].map { "\(kind.rawValue) \((100 * Double($0) / Double(bytes.count)).hundredths) %" }
    }
    print(name, shares.joined(separator: ", "))
  }

  private static func speed(_ files: [[UInt8]]) throws -> Bool {
    let blocks = try files.flatMap { try Document(SourceText(utf8: $0)).blocks }
    let html = blocks.filter { $0.kind == .html }.map(\.range.count).reduce(0, +)
    let limit = 3 * html > files.joined().count ? 9 : 2.5
    return try Comparison(
      seconds: 6,
      [
        ("cmark", { for bytes in files { _ = BareParser.parse(bytes) } }),
        ("document", { for bytes in files { _ = try Document(SourceText(utf8: bytes)) } }),
        ("list", { for bytes in files { _ = try List(SourceText(utf8: bytes)) } }),
      ]
    ).report(limit: limit, of: .processor)
  }
}
