import Diagnostics
import Source
import SystemPackage

/// A file's content before and after a command.
struct FileChange: Sendable {
  /// The file's name in reports.
  let name: String
  /// The file's path; nil for standard input, whose new content goes to standard output.
  let path: FilePath?
  /// The content; nil where there is no such file yet.
  let old: [UInt8]?
  let new: [UInt8]
  /// The old content as text, with which the difference is shown; the content itself unless that is in another encoding.
  private let oldText: [UInt8]?

  init(name: String, path: FilePath?, old: [UInt8]?, new: [UInt8], oldText: [UInt8]? = nil) {
    self.name = name
    self.path = path
    self.old = old
    self.new = new
    self.oldText = oldText ?? old
  }

  init(input: InputFile, new: [UInt8]) {
    self.init(name: input.name, path: input.path, old: input.bytes, new: new)
  }

  var isEmpty: Bool { old == new }

  /// Writes the new content; a file that stays the same is left alone.
  func write() throws(Failure) {
    guard let path else {
      Console.write(new)
      return
    }
    if isEmpty { return }
    do throws(FileError) {
      // Opening a pipe for writing waits for a reader, who was the writer of what was read.
      if old != nil, path.type?.isStream == true { throw FileError.notRegular(name) }
      try AtomicFile.write(new, to: path)
    } catch {
      throw Failure(error.description)
    }
  }

  /// How many lines differ, a replaced line once.
  var changedLineCount: Int {
    UnifiedDiff(old: oldText ?? [], new: new, oldLabel: "", newLabel: "").changedLineCount
  }

  /// Prints the difference to standard output; in colours and on a terminal with control characters escaped.
  func show(_ colors: ColorOptions) {
    // A name with blanks ends at a tab, by which patch and git know its end.
    let name = name.contains(" ") ? name.inert + "\t" : name.inert
    let diff = UnifiedDiff(
      old: oldText ?? [], new: new, oldLabel: old == nil ? "/dev/null" : "a/\(name)", newLabel: "b/\(name)")
    let style = colors.style()
    let isForPeople = style.colors || FileDescriptor.standardOutput.isTerminal
    Console.write(isForPeople ? diff.shown(style) : Array(diff.text.utf8))
  }
}
