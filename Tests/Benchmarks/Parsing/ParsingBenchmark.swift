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
/// `speed FILE` prints the milliseconds of the C library's parse alone, of the document and of the list, the best of several runs, and
/// fails where the list takes more than its share;
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
    case ("speed", let bytes?): if !(try speed(bytes)) { exit(1) }
    case ("bare", let bytes?): print(BareParser.parse(bytes))
    case ("model", let bytes?): print(List(try Document(SourceText(utf8: bytes))).entries.count)
    case ("parts", _?): for (name, bytes) in zip(arguments.dropFirst(), files) { try parts(name, bytes) }
    case ("counts", _?):
      for bytes in files {
        let list = List(try Document(SourceText(utf8: bytes)))
        print(list.links.count, list.headings.count, list.entries.count)
      }
    case ("hostile", _): if !Hostile.measure() { exit(1) }
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

  /// The most that a list's model may take, in terms of the C library's parse.
  private static let limit = 2.5

  /// Runs the three in turn, so that a machine that is busy with other things is busy for each of them; of each the shortest time counts.
  private static func speed(_ bytes: [UInt8]) throws -> Bool {
    let clock = ContinuousClock()
    var best = [Duration](repeating: .seconds(3600), count: 3)
    let deadline = clock.now + .seconds(6)
    repeat {
      best[0] = min(best[0], clock.measure { _ = BareParser.parse(bytes) })
      best[1] = min(best[1], try clock.measure { _ = try Document(SourceText(utf8: bytes)) })
      best[2] = min(best[2], try clock.measure { _ = List(try Document(SourceText(utf8: bytes))) })
    } while clock.now < deadline
    let ratio = rounded(best[2] / best[0])
    let times = best.map { rounded($0 / .milliseconds(1)) }
    print(
      "\(bytes.count) bytes: cmark \(times[0]) ms, document \(times[1]) ms, list \(times[2]) ms, \(ratio) × cmark",
      ratio > limit ? "(more than \(limit))" : "")
    return ratio <= limit
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
