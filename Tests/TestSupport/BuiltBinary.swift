public import Foundation

/// A program that this package builds, run by a test.
public struct BuiltBinary: Sendable {
  public struct Result: Sendable {
    /// The exit status, or 128 and the number of the signal that ended the program.
    public let status: Int32
    public let output: [UInt8]
    public let errors: [UInt8]

    public var outputText: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  public let url: URL

  /// The program with this name, beside the bundle of the tests that run.
  public init(_ name: String) throws {
    let candidates =
      [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
      + [URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()]
    let found = candidates.map { $0.appendingPathComponent(name) }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    guard let found else { throw CocoaError(.fileNoSuchFile) }
    url = found
  }

  /// Runs it to its end.
  public func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try start(arguments, input: input, in: folder, environment: environment).wait()
  }

  /// The environment of the tests without what would change what a program says or whom it asks.
  private static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    let name = name.lowercased()
    return !name.hasSuffix("_proxy") && !["no_color", "force_color", "awesome_link_headers"].contains(name)
  }

  /// Starts it; what it writes goes to files, so that no pipe can fill up.
  public func start(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> RunningBinary {
    let files = try TemporaryFolder()
    try files.write(input, to: "input")
    try files.write([], to: "output")
    try files.write([], to: "errors")
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: files.url.appendingPathComponent("input"))
    process.standardOutput = try FileHandle(forWritingTo: files.url.appendingPathComponent("output"))
    process.standardError = try FileHandle(forWritingTo: files.url.appendingPathComponent("errors"))
    try process.run()
    return RunningBinary(process: process, files: files)
  }
}
