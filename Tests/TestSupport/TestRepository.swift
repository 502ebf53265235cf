public import Foundation

/// A git repository in a temporary folder, whose commits have times of the test's own.
public final class TestRepository: Sendable {
  public let files: TemporaryFolder
  private static let program = Program(URL(fileURLWithPath: "/usr/bin/env"))

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
    let time = "\(time) +0000"
    let result = try Self.program.run(
      ["git"] + arguments, in: files.path,
      environment: ["GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time])
    guard result.status == 0 else { throw GitError(arguments: arguments, message: result.errorText) }
    return result.outputText
  }

  /// Commits all that is there.
  public func commit(time: Int = 1_000_000_000) throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "Change", time: time)
  }
}
