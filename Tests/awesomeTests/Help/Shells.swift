import Foundation
import TestSupport

/// Programs that some machines have: shells, and readers of manual pages.
enum Shells {
  static func find(_ name: String) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }.map { Program($0) }
  }

  static func has(_ name: String) -> Bool { find(name) != nil }

  /// What a program writes to standard output.
  static func run(
    _ name: String, _ arguments: [String], input: String = "", in folder: URL? = nil
  ) throws -> String {
    guard let program = find(name) else { throw CocoaError(.fileNoSuchFile) }
    return try program.run(arguments, input: Array(input.utf8), in: folder?.path).outputText
  }
}
