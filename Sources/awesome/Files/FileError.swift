import SystemPackage

/// Why a file could not be read or written.
enum FileError: Error {
  case missing(String)
  /// A file whose folder is missing.
  case missingFolder(String)
  /// A missing file that a configuration names.
  case missingConfigured(String, configuration: String)
  case directory(String)
  case tooLarge(String, limit: Int)
  case outside(String, folder: String)
  /// A file that a configuration may not name.
  case reserved(String)
  /// A pipe or a device that a configuration names.
  case configuredStream(String)
  /// A new file without the name of a Markdown file, which a configuration names as the output.
  case notMarkdown(String)
  /// An output in a folder of settings, such as `.github`.
  case settings(String)
  case danglingLink(String)
  /// A pattern that no file matches.
  case unmatched(String)
  /// A pattern whose files git ignores.
  case ignored(String)
  /// A pattern whose files a configuration excludes.
  case excluded(String, configuration: String)
  /// A pattern with more files below its folder than are searched.
  case tooManyFiles(String, limit: Int)
  /// A pipe or a device, which would get its own content back.
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
    let error = error as? Errno ?? .ioError
    self = error == .noSuchFileOrDirectory ? .missingFolder(name) : .unwritable(name, error)
  }
}

extension FileError: CustomStringConvertible {
  /// What is wrong, where, and what to do, as a sentence without a full stop.
  var description: String {
    switch self {
    case .missing(let name): "\(name): no such file; \(MisplacedArgument.advice(forMissingFile: name))"
    case .missingFolder(let name): "\(name): its folder does not exist; create it, or check the path"
    case .missingConfigured(let name, let file):
      "\(name): no such file, but \(file) names it; correct the path there"
    case .directory(let name): "\(name): this is a folder; \(MisplacedArgument.advice(forFolder: name))"
    case .tooLarge(let name, let limit):
      "\(name): the file is larger than \(limit >> 20) MiB, too large for a list; name a Markdown file"
    case .outside(let name, let folder):
      "\(name): the configuration may only name files in its folder \(folder); name this one on the command line"
    case .reserved(let name):
      "\(name): the configuration may not name itself or a file in .git; name a Markdown file"
    case .configuredStream(let name):
      "\(name): this is a pipe or a device, and the configuration may only name files; correct it there"
    case .notMarkdown(let name):
      "\(name): the `output` of a configuration must end in .md or .markdown, or exist already; correct it there, or use --output"
    case .settings(let name):
      "\(name): in a folder whose name begins with a dot the configuration may write only README.md; correct it there, or use --output"
    case .notRegular(let name):
      "\(name): this is a pipe or a device, which cannot be changed in place; read it from standard input (-), or name a file"
    case .danglingLink(let name): "\(name): the target of this symbolic link is missing; create it, or remove the link"
    case .unmatched(let pattern): "\(pattern): no file matches this pattern; check it, or name a file"
    case .ignored(let pattern):
      "\(pattern): git ignores all files that match this pattern; name a file that is to be read"
    case .excluded(let pattern, let file):
      "\(pattern): `exclude` in \(file) leaves out all files that match this pattern; correct one of the two"
    case .tooManyFiles(let pattern, let limit):
      "\(pattern): more than \(limit) files to search; begin the pattern with a folder"
    case .unreadable(let name, let error): "\(name): cannot be read: \(error.phrase)"
    case .unwritable(let name, let error): "\(name): cannot be written: \(error.phrase)"
    }
  }
}

extension Errno {
  /// The system's message for the error, with a small first letter as in the middle of a sentence.
  var phrase: String { description.prefix(1).lowercased() + description.dropFirst() }
}
