import ArgumentParser

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Say what was read.")

  @OptionGroup var input: InputOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var fix: FixOptions

  func run() throws {
    for file in try input.load() {
      Console.write("\(file.name): \(file.bytes.count) bytes, \(file.configuration)\n")
    }
  }
}
