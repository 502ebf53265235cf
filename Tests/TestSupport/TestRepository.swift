public import Foundation

/// A git repository in a temporary folder, whose commits have times of the test's own.
public final class TestRepository: Sendable {
  public let files: TemporaryFolder

  /// An error of git's.
  public struct GitError: Error {
    let arguments: [String]
    let message: String
  }

  public init() throws {
    files = try TemporaryFolder()
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "Test")
    try git("config", "user.email", "test@example.org")
    try git("config", "commit.gpgSign", "false")
  }

  /// The folder, without symbolic links.
  public var folder: URL { files.url.resolvingSymlinksInPath() }

  public func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  public func git(_ arguments: String..., time: Int = 1_000_000_000) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = files.url
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
      .merging(["GIT_AUTHOR_DATE": "\(time) +0000", "GIT_COMMITTER_DATE": "\(time) +0000"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw GitError(arguments: arguments, message: text) }
    return text
  }

  /// Commits all that is there.
  public func commit(time: Int = 1_000_000_000) throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "Change", time: time)
  }
}
