import Foundation

/// A program that a test started.
public struct RunningBinary {
  let process: Process
  let files: TemporaryFolder

  /// Sends it what Ctrl-C sends.
  public func interrupt() { process.interrupt() }

  public var isRunning: Bool { process.isRunning }

  public var processID: Int32 { process.processIdentifier }

  /// What it wrote to standard output so far.
  public func output() throws -> [UInt8] { try files.read("output") }

  /// What it wrote to standard error so far.
  public func errors() throws -> [UInt8] { try files.read("errors") }

  /// Waits for its end.
  public func wait() throws -> BuiltBinary.Result {
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return BuiltBinary.Result(
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus, output: try output(),
      errors: try errors())
  }
}
