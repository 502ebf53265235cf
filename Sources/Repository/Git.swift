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

/// Runs git in a folder so that nothing a stranger's repository says makes it run another program, fetch or write.
struct Git: Sendable {
  /// What a run of git left behind.
  struct Answer: Sendable {
    let status: Int32
    let output: [UInt8]
    /// The first line of what git said on standard error, without its `fatal:`.
    let reason: String

    var isSuccess: Bool { status == 0 }
    /// The output without the line feed at its end.
    var line: String {
      String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self)
    }
  }

  static let deadline = 120
  private static let reasonLimit = 1 << 16

  /// The folder in which git is run.
  let folder: String

  /// Runs a command of git's to its end; a status that is not 0 is no error here.
  ///
  /// - Parameter limit: the most bytes of output; more is an error.
  func ask(_ command: String, _ arguments: [String], limit: Int = 1 << 20) async throws(RepositoryError) -> Answer {
    let options = Self.options + ["-C", folder, command] + arguments
    do {
      return try await withThrowingTaskGroup(of: Answer?.self) { group in
        group.addTask { try await Self.run(options, limit: limit) }
        group.addTask {
          try await Task.sleep(for: .seconds(Self.deadline))
          return nil
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next() ?? nil else {
          throw RepositoryError.tooSlow(command: command, seconds: Self.deadline)
        }
        return answer
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

  private static func run(_ arguments: [String], limit: Int) async throws -> Answer {
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
    return Answer(status: status, output: result.standardOutput, reason: reason)
  }

  /// Settings on the command line win over those of the repository.
  private static let options = [
    "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
    "core.quotePath=false", "-c", "safe.bareRepository=explicit", "-c", "log.showSignature=false",
  ]

  /// What git may see: nothing of `GIT_*`, which could name another repository or a program to run.
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
