public import Foundation

/// A program that a test runs.
public struct Program: Sendable {
  public struct Result: Sendable {
    /// The exit status, or 128 and the number of the signal that ended the program.
    public let status: Int32
    public let output: [UInt8]
    public let errors: [UInt8]

    /// Standard output without the time that the run took.
    public var outputText: String { Program.withoutTime(String(decoding: output, as: UTF8.self)) }
    /// Standard error without the time that the run took.
    public var errorText: String { Program.withoutTime(String(decoding: errors, as: UTF8.self)) }
  }

  public let url: URL

  public init(_ url: URL) { self.url = url }

  /// A program that this package builds, beside the bundle of the tests that run.
  public init(built name: String) throws {
    let candidates =
      [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
      + [URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()]
    let found = candidates.map { $0.appendingPathComponent(name) }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    guard let found else { throw CocoaError(.fileNoSuchFile) }
    url = found
  }

  /// A report without the time after its counts, which differs in each run.
  public static func withoutTime(_ report: String) -> String {
    report.replacing(/( in [0-9]+ (?:entry|entries|links?)\b[^\n]*) \([0-9][^()\n]* s\)(?=\n|$)/) { $0.1 }
  }

  public static let shell = Program(URL(fileURLWithPath: "/bin/sh"))

  /// The environment of the tests without what would change what a program says, whom it asks, or where git works.
  private static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    let name = name.lowercased()
    return !name.hasSuffix("_proxy") && !name.hasPrefix("git_")
      && !["no_color", "force_color", "awesome_link_headers"].contains(name)
  }

  /// Runs it to its end.
  public func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try start(arguments, input: input, in: folder, environment: environment).wait()
  }

  /// Starts it; what it writes goes to files, so that no pipe can fill up.
  public func start(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> RunningProgram {
    let files = try TemporaryFolder()
    let process = try ChildProcess(
      url, arguments, environment: Self.environment.merging(environment) { $1 }, in: folder,
      input: .file(try files.write(input, to: "input")), output: .file(try files.write([], to: "output")),
      errors: .file(try files.write([], to: "errors")))
    return RunningProgram(process: process, files: files)
  }
}

/// A program that a test started.
public struct RunningProgram {
  public let process: ChildProcess
  let files: TemporaryFolder

  /// What it wrote to standard output so far.
  public func output() throws -> [UInt8] { try files.read("output") }

  /// What it wrote to standard error so far.
  public func errors() throws -> [UInt8] { try files.read("errors") }

  /// Waits for its end.
  public func wait() throws -> Program.Result {
    let status = process.wait()
    return Program.Result(status: status, output: try output(), errors: try errors())
  }
}
