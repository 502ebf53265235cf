public import ArgumentParser
import Diagnostics
public import Rendering
import Source
import SystemPackage
import TextRepair

struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write a list into its README, repaired and in its own form.",
    discussion: Examples.added(
      [
        "awesome render": "Write the list of this folder into the README.",
        "awesome render --in-place --diff README.md": "Show what would change in a README that is the list.",
        "awesome render --check": "Fail if the README is out of date.",
      ],
      to: """
        The form is the list's own: what most of it does, the rest does too. \
        If the output has the lines \(MarkedRegion.opening) and \(MarkedRegion.closing), only the text between them is replaced. \
        A file without these markers is replaced only if --output names it, the list's own file only if you say so: with --in-place, \
        --output, or the configuration's output.
        """))

  @OptionGroup(title: "Output") var place: RenderOutputOptions
  @OptionGroup(title: "Form") var form: RenderFormOptions
  @OptionGroup(title: "Output") var colors: ColorOptions
  @OptionGroup var input: OneInputOptions

  mutating func validate() throws {
    if place.inPlace, input.file == "-" { throw ValidationError("standard input cannot be written in place") }
  }

  func run() async throws {
    let inputs = try await input.loadAll()
    if place.output != nil, inputs.count > 1 {
      throw Failure(
        "--output takes one list, but the configuration names \(inputs.count); name one of them")
    }
    let batch = try await ListFile.read(inputs)
    let files = batch.files
    let targets = try files.map { file in try target(of: file.input) }
    guard Set(targets.map(\.name)).count == targets.count else {
      throw Failure("two lists in the configuration have the same output; give each a separate `output`")
    }
    let refusals = place.writesNothing ? [] : targets.compactMap(\.refusal)
    guard refusals.isEmpty else { throw Failure(refusals) }
    for file in files { file.printNoEntries() }
    // Everything is checked before anything is written.
    let results = try zip(files, targets).map { file, target in try result(of: file, in: target) }
    if place.writesNothing {
      for result in results {
        result.change.show(colors)
        if place.check, !result.change.isEmpty { result.notes.printStale(result.change) }
        result.notes.printChanges()
      }
      return try batch.end(place.check && results.contains { !$0.change.isEmpty } ? .findings : .clean)
    }
    for result in results {
      try result.change.write()
      if result.change.path != nil { result.notes.printOutcome(result.change) }
      result.notes.printChanges()
    }
    try batch.end()
  }

  private func result(
    of file: ListFile, in target: RenderTarget
  ) throws -> (change: FileChange, notes: RenderNotes) {
    let rendered = try render(file, into: target)
    try target.check(rendered.bytes)
    let isRefused = target.path != nil && !place.diff
    try target.checkSize(rendered.bytes.count, file.input.lintConfiguration, isRefused: isRefused)
    let change = FileChange(name: target.name, path: target.path, old: target.old, new: rendered.bytes)
    return (change, RenderNotes(name: target.name, rendered, of: file.source))
  }

  private func target(of file: InputFile) throws -> RenderTarget {
    if place.inPlace {
      if input.file == nil, let path = file.path { try RenderTarget.checkInside(path) }
      return try RenderTarget(inPlaceOf: file)
    }
    guard let output = place.output else { return try RenderTarget(of: file) }
    return output == "-" ? .standardOutput : try RenderTarget(FilePath(output), as: output, rendering: file)
  }

  private func render(_ file: ListFile, into target: RenderTarget) throws(Failure) -> RenderedList {
    let configuration = file.input.configuration
    var options = configuration.render
    if let style = form.style { options.style = style }
    if let contents = form.contents { options.contents = contents }
    if let anchors = form.anchors { options.keepsAnchors = anchors == .keep }
    options.header = try configuration.header.map { path throws(Failure) in try configuration.frameText(path) }
    options.footer = try configuration.footer.map { path throws(Failure) in try configuration.frameText(path) }
    do {
      return try Renderer(options).render(file.list, into: target.frame)
    } catch {
      // Only the list's markers are in the target; every other error is about the list.
      if case .brokenMarkers(MarkedRegion.opening, _) = error { throw Failure("\(target.name): \(error)") }
      throw file.input.failure(error)
    }
  }
}

/// What is written, and where.
struct RenderOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File to write; - is standard output; default: the configuration's output, else the README.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .customLong("in-place"), help: "Write to the list's file.")
  var inPlace = false

  @Flag(help: "Write nothing; if the file is out of date, print a diff and exit with status 1.")
  var check = false

  @Flag(help: "Write nothing; print a diff.")
  var diff = false

  var writesNothing: Bool { check || diff }

  mutating func validate() throws {
    if inPlace, output != nil { throw ValidationError("--in-place and --output exclude each other") }
  }
}

/// The form of the list.
struct RenderFormOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Form of bullets, delimiters, indentation and blank lines: the list's own, or one for all lists; default: as configured, else own.",
      valueName: "style"))
  var style: RenderOptions.Style?

  @Option(help: ArgumentHelp("When to write a contents list; default: as configured, else keep.", valueName: "when"))
  var contents: RenderOptions.Contents?

  @Option(
    help: ArgumentHelp(
      "Whether to keep the old anchors of repaired headings; default: as configured, else move.",
      valueName: "what"))
  var anchors: AnchorsOption?
}

/// What becomes of the anchors of headings whose text is repaired.
enum AnchorsOption: String, CaseIterable, ExpressibleByArgument {
  case move
  case keep
}

extension RenderOptions.Style: ExpressibleByArgument {}
extension RenderOptions.Contents: ExpressibleByArgument {}
