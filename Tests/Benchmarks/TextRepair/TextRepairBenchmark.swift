import FoundationEssentials
import TextRepair

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Repairs the texts of `text-repair.py`.
///
/// `lines FILE` prints each line of a file, repaired as a separate file, `texts FILE` each text that NUL ends; `speed FILE` prints the megabytes repaired per second of processor
/// time, the best of several runs; the last byte of the file must be a newline.
@main
struct TextRepairBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: TextRepairBenchmark lines|texts|speed FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    switch arguments[1] {
    case "speed": speed(of: bytes)
    case "texts": repair(bytes, end: 0)
    default: repair(bytes, end: UInt8(ascii: "\n"))
    }
  }

  private static func repair(_ bytes: [UInt8], end: UInt8) {
    let repairer = Repairer()
    var output: [UInt8] = []
    for line in bytes.split(separator: end, omittingEmptySubsequences: false).dropLast() {
      output += repairer.repaired(Array(line)).bytes
      output.append(end)
    }
    print(String(decoding: output, as: UTF8.self), terminator: "")
  }

  private static func speed(of bytes: [UInt8]) {
    var bytes = bytes
    let repairer = Repairer()
    var best = clock_t.max
    var checksum = 0
    let end = clock() + 2 * clock_t(CLOCKS_PER_SEC)
    repeat {
      // Change the text in each run, so that nothing can be kept from the last one.
      if let last = bytes.indices.last { bytes[last] = bytes[last] == 0x0A ? 0x20 : 0x0A }
      let start = clock()
      checksum &+= repairer.repaired(bytes).bytes.count
      best = min(best, max(clock() - start, 1))
    } while clock() < end
    print(Double(bytes.count) / (Double(best) / Double(CLOCKS_PER_SEC)) / 1e6)
  }
}
