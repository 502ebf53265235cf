import Foundation

/// Looks for texts for which something does not hold that must hold for all, or which take too long: Fuzzing SEED SECONDS FILE...
///
/// What is being tried stands in `.build/fuzz/trial.md`, also when it ends the process by a trap; what broke a claim stands beside it, cut
/// to what is needed. The exit status is 1 where there is such a text.
@main
struct Fuzzing {
  /// No text of a few kilobytes takes this long, whatever else the machine does.
  private static let patience = Duration.seconds(20)
  private static let folder = URL(fileURLWithPath: ".build/fuzz")

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 2, let seed = UInt64(arguments[0]), let seconds = Int(arguments[1]) else {
      FileHandle.standardError.write(Data("usage: Fuzzing SEED SECONDS FILE...\n".utf8))
      exit(2)
    }
    let texts = try arguments.dropFirst(2).map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var mutator = Mutator(texts, seed: seed)
    let end = ContinuousClock.now + .seconds(seconds)
    var count = 0
    var failures = 0
    while ContinuousClock.now < end {
      let bytes = mutator.next()
      try Data(bytes).write(to: folder.appendingPathComponent("trial.md"))
      for property in Property.all {
        guard let failure = failure(of: property, on: bytes) else { continue }
        let name = "\(seed)-\(count).md"
        try Data(failure.text).write(to: folder.appendingPathComponent(name))
        print("\(folder.relativePath)/\(name): \(failure.reason): \(property.claim)")
        failures += 1
      }
      count += 1
    }
    print("\(count) texts from seed \(seed), \(failures) failures")
    exit(failures > 0 ? 1 : 0)
  }

  /// A text that breaks a claim, and how; nil where it holds, and soon.
  private static func failure(of property: Property, on bytes: [UInt8]) -> (text: [UInt8], reason: String)? {
    var holds = false
    let time = ContinuousClock().measure { holds = property.holds(bytes) }
    if !holds { return (Reducer(property: property).reduced(bytes), "not true") }
    return time > patience ? (bytes, "it took \(time) to see") : nil
  }
}
