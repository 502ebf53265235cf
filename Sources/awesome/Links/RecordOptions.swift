import ArgumentParser
import Diagnostics
import LinkChecking
import SystemPackage

/// The file that records the exchanges, or replays them instead of the network.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write all requests and responses to this file; default: none.", valueName: "file"),
    completion: .file())
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Check the links against the responses in this file, without network; default: none.", valueName: "file"),
    completion: .file())
  var replay: String?

  /// The largest record, in bytes.
  private static let limit = 1 << 30

  mutating func validate() throws {
    if record != nil, replay != nil { throw ValidationError("--record and --replay exclude each other") }
    if let record, FilePath(record).parent.resolved?.type != .directory {
      throw ValidationError("--record takes a file in an existing folder, not \(record.inert)")
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

  /// The record to replay; nil without one.
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
