import Diagnostics
import Source

/// A file's content before and after a command.
struct FileChange {
  let input: InputFile
  let new: [UInt8]

  var isEmpty: Bool { input.bytes == new }

  /// Writes the new content where the old one was: standard input's goes to standard output, and a file that stays the same is left alone.
  func write() throws(Failure) {
    guard let path = input.path else {
      Console.write(new)
      return
    }
    if isEmpty { return }
    do {
      try AtomicFile.write(new, to: path)
    } catch {
      throw Failure(error.description)
    }
  }

  /// Shows the difference on standard output; on a terminal without what a terminal would obey.
  func show() {
    let name = input.name.inert
    let diff = UnifiedDiff(old: input.bytes, new: new, oldLabel: "a/\(name)", newLabel: "b/\(name)").text
    Console.write(FileDescriptor.standardOutput.isTerminal ? Console.inertLines(diff) : diff)
  }
}
