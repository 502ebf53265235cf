import AwesomeList
import BareParsing
import FoundationEssentials
import Markdown
import Source

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Measures the way from a file's bytes to the model of a list.
///
/// `speed FILE` prints the milliseconds of the C library's parse alone, of the document and of the list, the middle of many rounds, and
/// fails where the list takes more than 2.5 times as long as the library;
/// `html FILE` does the same for a list that is mostly raw HTML, which the C library hardly looks at: there the limit is 9;
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
    case ("speed", let bytes?): if !(try speed(bytes, limit: 2.5)) { exit(1) }
    case ("html", let bytes?): if !(try speed(bytes, limit: 9)) { exit(1) }
    case ("bare", let bytes?): print(BareParser.parse(bytes))
    case ("model", let bytes?): print(try List(SourceText(utf8: bytes)).entries.count)
    case ("parts", _?): for (name, bytes) in zip(arguments.dropFirst(), files) { try parts(name, bytes) }
    case ("counts", _?):
      for bytes in files {
        let list = try List(SourceText(utf8: bytes))
        print(list.links.count, list.headings.count, list.entries.count)
      }
    case ("hostile", _): if !Hostile.measure() { exit(1) }
    default: print("usage: ParsingBenchmark speed|html|bare|model FILE, parts|counts FILE…, hostile")
    }
  }

  private static func parts(_ name: String, _ bytes: [UInt8]) throws {
    var sizes: [Part.Kind: Int] = [:]
    for part in try List(SourceText(utf8: bytes)).parts { sizes[part.kind, default: 0] += part.range.count }
    let shares = Part.Kind.allCases.compactMap { kind in
      sizes[kind].map { "\(kind.rawValue) \(rounded(100 * Double($0) / Double(bytes.count))) %" }
    }
    print(name, shares.joined(separator: ", "))
  }

  /// Runs the three in turn, in at least twenty rounds: what else a machine is busy with slows down each of a round's, so the middle one of
  /// the rounds' ratios counts.
  private static func speed(_ bytes: [UInt8], limit: Double) throws -> Bool {
    var rounds: [[Duration]] = []
    let deadline = ContinuousClock.now + .seconds(6)
    repeat {
      rounds.append([
        ProcessorTime.measure { _ = BareParser.parse(bytes) },
        try ProcessorTime.measure { _ = try Document(SourceText(utf8: bytes)) },
        try ProcessorTime.measure { _ = try List(SourceText(utf8: bytes)) },
      ])
    } while ContinuousClock.now < deadline || rounds.count < 20
    let times = (0..<3).map { kind in rounded(middle(rounds.map { $0[kind] / .milliseconds(1) })) }
    let ratio = rounded(middle(rounds.map { $0[2] / $0[0] }))
    print(
      "\(bytes.count) bytes: cmark \(times[0]) ms, document \(times[1]) ms, list \(times[2]) ms, \(ratio) × cmark",
      ratio > limit ? "(more than \(limit))" : "")
    return ratio <= limit
  }

  private static func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
