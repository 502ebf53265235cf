import FoundationEssentials
import TextRepair

/// Repairs texts for the benchmark, which builds them and judges the answers.
///
/// `lines FILE` prints each line of a file repaired as a file of its own; `speed FILE` prints the megabytes of the file repaired in
/// a second, the best of several runs.
@main
struct TextRepairBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: TextRepairBenchmark lines|speed FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    if arguments[1] == "speed" { speed(of: bytes) } else { lines(of: bytes) }
  }

  private static func lines(of bytes: [UInt8]) {
    let repairer = Repairer()
    var output: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      output += repairer.repaired(Array(line)).bytes
      output.append(UInt8(ascii: "\n"))
    }
    print(String(decoding: output, as: UTF8.self), terminator: "")
  }

  private static func speed(of bytes: [UInt8]) {
    let clock = ContinuousClock()
    let repairer = Repairer()
    var best = Duration.seconds(3600)
    var checksum = 0
    let deadline = clock.now + .seconds(2)
    repeat {
      let time = clock.measure { checksum &+= repairer.repaired(bytes).bytes.count }
      best = min(best, time)
    } while clock.now < deadline
    print(Double(bytes.count) / (best / .seconds(1)) / 1e6)
  }
}
