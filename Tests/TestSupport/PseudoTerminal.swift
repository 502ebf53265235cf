#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CSpawn

/// A terminal of some columns, for programs that write to one.
public final class PseudoTerminal: Sendable {
  private let master: Int32
  /// The program's side, until a program has it.
  private let slave: Int32

  public init(columns: Int32) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    let code = unsafe cspawn_open_terminal(columns, &master, &slave)
    guard code == 0 else { throw SystemCallError(call: "posix_openpt", code: code) }
    (self.master, self.slave) = (master, slave)
  }

  deinit { close(master) }

  /// Runs a program with this terminal as its standard error, and returns what it wrote there; once only.
  ///
  /// - Parameter outputToo: whether the terminal is its standard output as well.
  public func errors(
    of program: Program, _ arguments: [String], in folder: String, environment: [String: String] = [:],
    outputToo: Bool = false
  ) throws -> [UInt8] {
    let process: ChildProcess
    do {
      defer { close(slave) }
      process = try ChildProcess(
        program.url, arguments, environment: environment, in: folder,
        output: outputToo ? .descriptor(slave) : .nothing, errors: .descriptor(slave))
    }
    defer { _ = process.wait() }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // The end of the last program that has the other side is an error here.
    while true {
      let count = unsafe read(master, &buffer, buffer.count)
      guard count > 0 else { return output }
      output += buffer[..<count]
    }
  }
}
