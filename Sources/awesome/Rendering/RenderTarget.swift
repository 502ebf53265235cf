import Diagnostics
import Linting
import Rendering
import Source
import SystemPackage
import TextEncodings
import TextRepair

/// The file that a list is rendered into.
struct RenderTarget {
  let name: String
  /// The file's path; nil for standard output.
  let path: FilePath?
  /// The file's content; nil for a new file, and for a pipe or device.
  let old: [UInt8]?
  /// The text whose marked region takes the list; nil if the list is the whole file.
  let frame: SourceText?
  /// Whether the command line did not name the file, so that its content must not be lost.
  let isImplied: Bool
  /// Whether the file is the list's own, and nothing names it as the output.
  private(set) var isUnasked = false

  static let standardOutput = RenderTarget(name: "<stdout>", path: nil, old: nil, frame: nil, isImplied: false)

  private init(name: String, path: FilePath?, old: [UInt8]?, frame: SourceText?, isImplied: Bool) {
    self.name = name
    self.path = path
    self.old = old
    self.frame = frame
    self.isImplied = isImplied
  }

  /// The list's own file.
  init(inPlaceOf input: InputFile) throws(Failure) {
    _ = try Self.text(input.bytes, of: input.name)
    self.init(name: input.name, path: input.path, old: input.bytes, frame: nil, isImplied: false)
  }

  /// A file, which need not exist.
  init(_ path: FilePath, as name: String, rendering input: InputFile, isImplied: Bool = false) throws(Failure) {
    if name.hasSuffix("/") { throw Failure(FileError.directory(name).description) }
    if let identity = path.identity, identity == input.path?.identity {
      try self.init(inPlaceOf: input)
      return
    }
    let old = try Self.content(of: path, as: name)
    var frame: SourceText?
    if let old { frame = try Self.text(old, of: name) }
    self.init(name: name, path: path, old: old, frame: frame, isImplied: isImplied)
  }

  /// The configuration's output, else the README beside the list.
  init(of input: InputFile) throws(Failure) {
    guard let list = input.path else {
      self = .standardOutput
      return
    }
    let configuration = input.configuration
    guard let output = configuration.output else {
      let path = list.parent.appending(DefaultList.readme(in: list.parent))
      try Self.checkInside(path)
      try self.init(path, as: path.isAbsolute ? path.shown : path.string, rendering: input, isImplied: true)
      isUnasked = path.identity != nil && path.identity == list.identity
      return
    }
    let path = configuration.folder.appending(output)
    let name = path.shown
    do {
      try configuration.checkOutput(path, as: name)
    } catch {
      throw Failure(error.description)
    }
    // The configuration may be a stranger's, so it names a place for the list, not a file to replace.
    try self.init(path, as: name, rendering: input, isImplied: true)
  }

  /// Refuses a file that was not named if it is a symbolic link out of its repository, or out of its folder without one, or to a file
  /// of git.
  static func checkInside(_ path: FilePath) throws(Failure) {
    guard let file = path.resolved, let folder = path.parent.resolved else { return }
    let root = folder.repositoryRoot ?? folder
    if let inner = file.relative(to: root) {
      guard inner.components.contains(where: \.isGitFolder) else { return }
      throw Failure(FileError.reserved(path.string).description)
    }
    throw Failure(
      "\(path.string): this symbolic link leads out of \(root.shown); to write there, name the file on the command line"
    )
  }

  /// Refuses to replace a whole file that the command line did not name; an empty one is no loss.
  func check(_ rendered: [UInt8]) throws(Failure) {
    guard isImplied, let frame, !frame.bytes.isEmpty, old != rendered else { return }
    if (try? MarkedRegion(in: frame)) != nil { return }
    throw Failure(
      "\(name): no lines \(MarkedRegion.opening) and \(MarkedRegion.closing); "
        + "add both where the list goes, or replace the whole file with --output \(name)")
  }

  /// Why nothing may be written: the list would be overwritten, and nobody asked for that.
  var refusal: String? {
    guard isUnasked else { return nil }
    return
      "\(name): this file is the list itself; to overwrite it, add --in-place or --output \(name), or put `output` into "
      + "\(ConfigurationFile.name); to write another file, name it there"
  }

  /// Reports a file that GitHub would cut, as the rule `readme-size` does, before it is written.
  func checkSize(_ size: Int, _ configuration: LintConfiguration, isRefused: Bool) throws(Failure) {
    let limit = Rule.readmeSizeLimit
    guard size * 5 >= limit * 4, let severity = configuration.severity(of: "readme-size") else { return }
    guard size > limit else {
      Console.note(
        "\(name): \(size) bytes, near the \(limit) that GitHub shows of a README; plan to split the list")
      return
    }
    let problem = "\(name): \(size) bytes, but GitHub shows only the first \(limit) of a README"
    guard isRefused, severity == .error else { return Console.note("\(problem); split the list") }
    throw Failure("\(problem), so nothing was written; split the list, or set the rule readme-size to warning")
  }

  /// The text of a file that is to be written, which must be UTF-8 to keep its encoding.
  private static func text(_ bytes: [UInt8], of name: String) throws(Failure) -> SourceText {
    let text = try InputFile.decode(bytes, as: name)
    guard text.isTranscoded else { return text.source }
    throw Failure(
      "\(name): the file is \(text.encoding.name), but render writes UTF-8; "
        + "convert it (awesome repair --in-place), or write another file with --output")
  }

  private static func content(of path: FilePath, as name: String) throws(Failure) -> [UInt8]? {
    do throws(FileError) {
      // Pipes and devices are written to, not read.
      if path.type?.isStream == true { return nil }
      return try path.read(as: name, limit: InputFile.Content.list.sizeLimit)
    } catch {
      if case .missing = error { return nil }
      throw Failure(error.description)
    }
  }
}
