import SystemPackage

/// Why a file could not be read or written.
enum FileError: Error {
  case missing(String)
  /// A list that a configuration names.
  case missingList(String, configuration: String)
  case directory(String)
  case empty(String)
  case tooLarge(String, limit: Int)
  case outside(String, folder: String)
  /// A file that no configuration may name.
  case reserved(String)
  case danglingLink(String)
  /// A pipe or a device, into which its own content would be written back.
  case notRegular(String)
  case unreadable(String, Errno)
  case unwritable(String, Errno)

  /// The error of a file that is read up to a limit; the name is what it calls the file.
  init(reading name: String, limit: Int, _ error: any Error) {
    self =
      switch error {
      case Errno.noSuchFileOrDirectory, Errno.notDirectory: .missing(name)
      case Errno.isDirectory: .directory(name)
      case Errno.fileTooLarge: .tooLarge(name, limit: limit)
      default: .unreadable(name, error as? Errno ?? .ioError)
      }
  }

  /// The error of a file that is written.
  init(writing name: String, _ error: any Error) {
    self = .unwritable(name, error as? Errno ?? .ioError)
  }
}

extension FileError: CustomStringConvertible {
  /// What is wrong, where, and what to do, as a sentence without a full stop.
  var description: String {
    switch self {
    case .missing(let name): "\(name): there is no such file; check the path, or run where the list is"
    case .missingList(let name, let file):
      "\(name): there is no such file, but \(file) names it as the list; correct it there"
    case .directory(let name): "\(name): this is a folder; name the Markdown file in it"
    case .empty(let name): "\(name): the file is empty; a list needs a title and entries"
    case .tooLarge(let name, let limit):
      "\(name): the file is larger than \(limit >> 20) MiB, which no list is; name the Markdown file"
    case .outside(let name, let folder):
      "\(name): the configuration may not lead out of its folder \(folder); name the file on the command line"
    case .reserved(let name):
      "\(name): the configuration may name neither itself nor a file of git; name a Markdown file"
    case .notRegular(let name):
      "\(name): this is a pipe or a device, which cannot be changed in place; let standard input be it (-), or name a file"
    case .danglingLink(let name): "\(name): this symbolic link leads to no file; remove it or make its target"
    case .unreadable(let name, let error): "\(name): cannot be read: \(error.phrase)"
    case .unwritable(let name, let error): "\(name): cannot be written: \(error.phrase)"
    }
  }
}

extension Errno {
  /// What the system says about the error, with a small first letter as in the middle of a sentence.
  var phrase: String { description.prefix(1).lowercased() + description.dropFirst() }
}
