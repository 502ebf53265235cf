import ArgumentParser
import Diagnostics
import Rendering
import Source
import TextRepair

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
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
  var contents: ContentsOption?

  @Option(help: ArgumentHelp("What becomes of anchors that a repair moves: move, or keep under the old name too."))
  var anchors = AnchorsOption.move

  @Flag(help: "Write nothing; exit with 1 and show the difference when the file is not what would be written.")
  var check = false

  @Flag(help: "Write nothing; show what would change.")
  var diff = false

  mutating func validate() throws {
    if inPlace, output != nil { throw ValidationError("--in-place and --output exclude each other") }
    if inPlace, input.file == "-" { throw ValidationError("standard input cannot be written in place") }
  }

  func run() throws {
    let file = try ListFile(input.load())
    let target = try target(of: file.input)
    let rendered = try render(file, into: target)
    try target.check(rendered.bytes)
    if let warning = ReadmeSize.warning(rendered.bytes.count) { Console.note("\(target.name): \(warning)") }
    let change = FileChange(name: target.name, path: target.path, old: target.old, new: rendered.bytes)
    if check || diff {
      change.show()
      if check, !change.isEmpty { throw ExitStatus.findings }
      return
    }
    try change.write()
    if target.path != nil { say(change, rendered) }
  }

  private func target(of file: InputFile) throws -> RenderTarget {
    if inPlace { return try RenderTarget(inPlaceOf: file) }
    guard let output else { return try RenderTarget(of: file) }
    return output == "-" ? .standardOutput : try RenderTarget(Path(output), as: output, rendering: file)
  }

  private func render(_ file: ListFile, into target: RenderTarget) throws(Failure) -> RenderedList {
    var options = file.input.configuration.render
    if let contents { options.contents = contents }
    if anchors == .keep { options.keepsAnchors = true }
    do {
      return try Renderer(options).render(file.list, into: target.frame)
    } catch {
      // Only the marks are the target's; everything else is about the list.
      if case .brokenMarkers(MarkedRegion.opening, _) = error { throw Failure("\(target.name): \(error)") }
      throw file.input.failure(error)
    }
  }

  private func say(_ change: FileChange, _ rendered: RenderedList) {
    let state = change.isEmpty ? "already up to date" : "written"
    let repaired = rendered.repairs.count(where: \.isApplicable)
    let damaged = rendered.repairs.count - repaired
    var sentence = "\(change.name): \(Judged.entries(rendered.entryCount).text), \(state)"
    if repaired > 0 { sentence += "; \(repaired) damaged \(repaired == 1 ? "place" : "places") repaired" }
    if damaged > 0 { sentence += "; \(damaged) not repaired, see awesome lint" }
    Console.note(sentence)
    for anchor in rendered.movedAnchors {
      Console.note("\(change.name): anchor moved: #\(anchor.old.inert) → #\(anchor.new.inert)")
    }
  }
}
