public import ArgumentParser
import Diagnostics
public import Rendering
import Source
import SystemPackage
import TextRepair

struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write a list in its canonical form into a README.",
    discussion: """
      By default the list goes to the configuration's output, else to the README beside it. Where that file has the lines \
      \(MarkedRegion.opening) and \(MarkedRegion.closing), the list is written between them and the rest stays; a file \
      without them is replaced only where --output names it.
      """)

  @OptionGroup var input: OneInputOptions

  @Option(help: ArgumentHelp("Write this file; - is standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .customLong("in-place"), help: "Write the list's own file.")
  var inPlace = false

  @Option(help: ArgumentHelp("When to write a contents list; by default as configured, else keep.", valueName: "when"))
  var contents: RenderOptions.Contents?

  @Option(
    help: ArgumentHelp(
      "What becomes of anchors that move: move, or keep under the old name too; by default as configured, else move.",
      valueName: "what"))
  var anchors: AnchorsOption?

  @Flag(help: "Write nothing; exit with 1 and show the difference when the file is not what would be written.")
  var check = false

  @Flag(help: "Write nothing; show what would change.")
  var diff = false

  mutating func validate() throws {
    if inPlace, output != nil { throw ValidationError("--in-place and --output exclude each other") }
    if inPlace, input.file == "-" { throw ValidationError("standard input cannot be written in place") }
  }

  func run() async throws {
    let files = try await ListFile.read(input.loadAll())
    if output != nil, files.count > 1 {
      throw Failure(
        "--output is the place of one list, and the configuration names \(files.count); name the one that is meant")
    }
    let targets = try files.map { file in try target(of: file.input) }
    guard Set(targets.map(\.name)).count == targets.count else {
      throw Failure("two lists of the configuration have the same output; give each its own")
    }
    // Everything is proven before anything is written.
    let results = try zip(files, targets).map { file, target in try result(of: file, in: target) }
    if check || diff {
      for result in results {
        result.change.show()
        result.notes.sayChanges()
      }
      if check, results.contains(where: { !$0.change.isEmpty }) { throw ExitStatus.findings }
      return
    }
    for result in results {
      try result.change.write()
      if result.change.path != nil { result.notes.sayOutcome(isFresh: result.change.isEmpty) }
      result.notes.sayChanges()
    }
  }

  private func result(
    of file: ListFile, in target: RenderTarget
  ) throws -> (change: FileChange, notes: RenderNotes) {
    let rendered = try render(file, into: target)
    try target.check(rendered.bytes)
    let isRefused = target.path != nil && !diff
    try target.checkSize(rendered.bytes.count, file.input.lintConfiguration, isRefused: isRefused)
    let change = FileChange(name: target.name, path: target.path, old: target.old, new: rendered.bytes)
    return (change, RenderNotes(name: target.name, rendered, of: file.source))
  }

  private func target(of file: InputFile) throws -> RenderTarget {
    if inPlace {
      if input.file == nil, let path = file.path { try RenderTarget.checkInside(path) }
      return try RenderTarget(inPlaceOf: file)
    }
    guard let output else { return try RenderTarget(of: file) }
    return output == "-" ? .standardOutput : try RenderTarget(FilePath(output), as: output, rendering: file)
  }

  private func render(_ file: ListFile, into target: RenderTarget) throws(Failure) -> RenderedList {
    let configuration = file.input.configuration
    var options = configuration.render
    if let contents { options.contents = contents }
    if let anchors { options.keepsAnchors = anchors == .keep }
    options.header = try configuration.header.map { path throws(Failure) in try configuration.frameText(path) }
    options.footer = try configuration.footer.map { path throws(Failure) in try configuration.frameText(path) }
    do {
      return try Renderer(options).render(file.list, into: target.frame)
    } catch {
      // Only the list's marks are the target's; everything else is about the list.
      if case .brokenMarkers(MarkedRegion.opening, _) = error { throw Failure("\(target.name): \(error)") }
      throw file.input.failure(error)
    }
  }
}

/// What becomes of the anchors of headings whose text is repaired.
enum AnchorsOption: String, CaseIterable, ExpressibleByArgument {
  case move
  case keep
}

extension RenderOptions.Contents: ExpressibleByArgument {}
