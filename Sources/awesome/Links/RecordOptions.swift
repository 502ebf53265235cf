import ArgumentParser
import Diagnostics
import LinkChecking
import SystemPackage

/// Where what is exchanged is kept, and where it comes from instead of the network.
struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep what is asked and answered in this file.", valueName: "file"))
  var record: String?

  @Option(help: ArgumentHelp("Judge again what was kept in this file, and ask nobody.", valueName: "file"))
  var replay: String?

  /// The most bytes of a record.
  private static let limit = 1 << 30

  mutating func validate() throws {
    if record != nil, replay != nil { throw ValidationError("--record and --replay exclude each other") }
    if let record, FilePath(record).parent.resolved?.type != .directory {
      throw ValidationError("--record takes a file in a folder that exists, not \(record.inert)")
    }
  }

  /// Refuses to write a record over a list.
  func check(_ files: [ListFile]) throws(Failure) {
    guard let record, let identity = FilePath(record).identity else { return }
    let lists = files.compactMap(\.input.path?.identity)
    if lists.contains(identity) {
      throw Failure("\(record): this is the list itself; name another file for --record")
    }
  }

  /// What was kept, where that is to be judged.
  func replayed() throws(Failure) -> ExchangeRecord? {
    guard let replay else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FilePath(replay).read(as: replay, limit: Self.limit)
    } catch {
      throw Failure(error.description)
    }
    do throws(RecordError) {
      return try ExchangeRecord(bytes)
    } catch {
      throw Failure("\(replay): \(error)")
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    guard let record else { return }
    do throws(FileError) {
      try AtomicFile.write(bytes, to: FilePath(record))
    } catch {
      throw Failure(error.description)
    }
  }
}
