import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs git in a folder. A hostile repository cannot make it run another program, fetch or write.
struct Git: Sendable {
  /// The result of a command.
  struct CommandResult: Sendable {
    let status: Int32
    let output: [UInt8]
    /// The first line of standard error, without `fatal:`.
    let reason: String

    var isSuccess: Bool { status == 0 }
    /// The output without the final line feed.
    var line: String {
      String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self)
    }
  }

  static let deadline = 120
  private static let reasonLimit = 1 << 16

  /// The working folder of git.
  let folder: String

  /// Runs a git command; a status other than 0 does not throw.
  ///
  /// - Parameter limit: the most bytes of output; more is an error.
  func run(_ command: String, _ arguments: [String], limit: Int = 1 << 20) async throws(RepositoryError)
    -> CommandResult
  {
    // The library ends this process where it cannot open the file, as in a root folder without devices.
    guard access("/dev/null", R_OK | W_OK) == 0 else {
      throw .failed(command: command, reason: "/dev/null cannot be opened")
    }
    let options = Self.options + ["-C", folder, command] + arguments
    do {
      return try await withThrowingTaskGroup(of: CommandResult?.self) { group in
        group.addTask { try await Self.launch(options, limit: limit) }
        group.addTask {
          try await Task.sleep(for: .seconds(Self.deadline))
          return nil
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() ?? nil else {
          throw RepositoryError.tooSlow(command: command, seconds: Self.deadline)
        }
        return result
      }
    } catch let error as RepositoryError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .gitMissing
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .tooLarge(command: command)
    } catch {
      throw .failed(command: command, reason: "\(error)")
    }
  }

  private static func launch(_ arguments: [String], limit: Int) async throws -> CommandResult {
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(arguments), environment: environment, output: .bytes(limit: limit),
      error: .bytes(limit: reasonLimit))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    let errors = String(decoding: result.standardError, as: UTF8.self)
    var reason = errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? "status \(status)"
    for prefix in ["fatal: ", "error: "] where reason.hasPrefix(prefix) { reason.removeFirst(prefix.count) }
    return CommandResult(status: status, output: result.standardOutput, reason: reason)
  }

  /// Options on the command line override the configuration of the repository.
  private static let options = [
    "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
    "core.quotePath=false", "-c", "safe.bareRepository=explicit", "-c", "log.showSignature=false",
  ]

  /// The environment of git, without other `GIT_*` variables, which can name another repository or a program to run.
  private static var environment: Environment {
    var values: [Environment.Key: String] = [
      "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1",
      "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_REPLACE_OBJECTS": "1",
    ]
    for name in ["PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR"] {
      guard let value = getenv(name), let key = Environment.Key(rawValue: name) else { continue }
      values[key] = String(cString: value)
    }
    return .custom(values)
  }
}
