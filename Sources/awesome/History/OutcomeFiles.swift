import LinkHistory
import Source
import SystemPackage

/// Files of outcomes, read in pieces: a night may have millions.
struct OutcomeFiles {
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
  }

  /// The nights in all files, the oldest first; damaged lines are noted.
  func nights() throws(Failure) -> [Night] {
    var reader = OutcomeReader()
    var emptyFiles = 0
    for name in names {
      do {
        if name == "-" {
          _ = try Self.read(.standardInput, into: &reader)
        } else {
          let file = try FileDescriptor.open(FilePath(name), .readOnly, options: .closeOnExec)
          if try file.closeAfter({ try Self.read(file, into: &reader) }) == 0 { emptyFiles += 1 }
        }
      } catch {
        throw Failure(FileError(reading: name, limit: 0, error).description)
      }
      Self.note(reader.endFile(), in: name == "-" ? StandardInputOptions.unnamed : name)
    }
    var nights = reader.nights
    for index in nights.indices { nights[index].addEmptyFiles(emptyFiles) }
    return nights
  }

  /// - Returns: the number of bytes.
  private static func read(_ file: FileDescriptor, into reader: inout OutcomeReader) throws -> Int {
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      if count == 0 { return total }
      total += count
      reader.read(Array(buffer[..<count]))
    }
  }

  private static func note(_ damage: OutcomeReader.Damage, in name: String) {
    for problem in damage.problems { Console.note("\(name):\(problem.line): \(problem.text); the line is not used") }
    let more = damage.count - damage.problems.count
    if more > 0 { Console.note("\(name): \(counted(more, "more line")) not used") }
    if damage.isTorn { Console.note("\(name): the last line is torn and not used; the run was killed") }
  }
}
