import ArgumentParser
import SystemPackage

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual page of the program or of a command.",
    discussion: Examples.added([
      "awesome man lint | man -l -": "Read the page of lint.",
      "awesome man > awesome.1": "Write the page of the program to a file.",
      "awesome man --output ~/.local/share/man/man1": "Install all pages for yourself.",
    ]))

  @Argument(help: ArgumentHelp("Command; default: the program.", valueName: "command"))
  var command: String?

  @OptionGroup(title: "Output") var output: ManualOutputOptions

  mutating func validate() throws {
    if command != nil, output.folder != nil {
      throw ValidationError("--output writes the pages of all commands; leave the command out")
    }
  }

  func run() throws {
    let pages = try ManualPage.all()
    if let folder = output.folder { return try write(pages, to: FilePath(folder)) }
    let name = (["awesome"] + [command].compactMap(\.self)).joined(separator: "-")
    guard let page = pages.first(where: { $0.name == name }) else {
      throw Failure(MisplacedArgument.problem(withCommand: command ?? ""))
    }
    Console.write(page.text)
  }

  private func write(_ pages: [ManualPage], to folder: FilePath) throws(Failure) {
    guard folder.type == .directory else { throw Failure("\(folder.shown): no such folder; make it first") }
    for page in pages {
      do throws(FileError) {
        try AtomicFile.write(Array(page.text.utf8), to: folder.appending(page.name + ".1"))
      } catch {
        throw Failure(error.description)
      }
    }
  }
}

/// Where the pages go.
struct ManualOutputOptions: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Folder to write all pages to, one file each; default: one page to standard output.", valueName: "folder"),
    completion: .directory)
  var folder: String?
}
