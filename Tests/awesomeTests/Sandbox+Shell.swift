import Foundation
import TestSupport

extension Sandbox {
  /// Runs a shell command in the folder, in which `$0` is the program; gives its status and what it wrote to standard error.
  func runShell(_ command: String) throws -> (status: Int32, errors: String) {
    let result = try Program.shell.run(["-c", command, program.url.path], in: folder.path)
    return (result.status, result.errorText)
  }

  /// Runs the program as a user who is not root; nil where there is no way to become one.
  func runAsOther(_ arguments: String) throws -> (status: Int32, errors: String)? {
    if geteuid() != 0 { return try runShell("exec \"$0\" " + arguments) }
    let prefix = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$0\" "
    guard try runShell(prefix + "--version").status == 0 else { return nil }
    return try runShell(prefix + arguments)
  }
}
