import LinkHistory
import Source
import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file of a state, and those beside it.
struct StateFile {
  /// The largest file that is read, in bytes.
  private static let limit = 1 << 30

  /// As the user wrote it.
  let name: String

  private var path: FilePath { FilePath(name) }
  /// One line a night.
  private var log: FilePath { FilePath(name + ".nights.jsonl") }
  /// When links were last fine; it may vanish.
  private var cache: FilePath { FilePath(name + ".cache.jsonl") }
  /// The outcomes of a run that is under way.
  var journal: String { name + ".run.jsonl" }

  /// Keeps other runs out until the process ends; the system releases the lock of a process that was killed.
  func lock() throws(Failure) {
    let path = FilePath(name + ".lock")
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        path, .readWrite, options: [.create, .closeOnExec], permissions: FilePermissions(rawValue: 0o666))
    } catch {
      throw Failure(FileError(writing: path.string, error).description)
    }
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let error = Errno(rawValue: errno)
      if error == .wouldBlock { throw Failure("\(name): another run uses this state; wait until it ends") }
      throw Failure(FileError(writing: path.string, error).description)
    }
    keepUntilExit(file)
  }

  /// The state; an empty one where there is no file yet, unless there must be one.
  func read(mustExist: Bool = false) throws(Failure) -> LinkState {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try path.read(as: name, limit: Self.limit)
    } catch {
      if case .missing = error {
        if !mustExist { return LinkState() }
        throw Failure("\(name): no such state; name the file that `check-links --state` writes")
      }
      throw Failure(error.description)
    }
    let state: LinkState
    do throws(LinkHistoryError) {
      state = try LinkState(bytes)
    } catch {
      throw Failure("\(name): \(error)")
    }
    for problem in state.problems {
      Console.note("\(name):\(problem.line): \(problem.text); the line stays in the file and is not used")
    }
    return state
  }

  /// The log of the nights; an empty one where it cannot be read, as no verdict depends on it.
  func readLog() -> NightLog { NightLog((try? log.read(as: log.string, limit: Self.limit)) ?? []) }

  /// The cache; an empty one where it cannot be read, as no verdict depends on it.
  func readCache() -> LinkCache {
    let cache = LinkCache((try? cache.read(as: cache.string, limit: Self.limit)) ?? [])
    for problem in cache.problems.prefix(3) {
      Console.note("\(self.cache):\(problem.line): \(problem.text); it is not used")
    }
    let more = cache.problems.count - 3
    if more > 0 { Console.note("\(self.cache): \(counted(more, "more line")) not used") }
    return cache
  }

  func write(_ cache: LinkCache) throws(Failure) {
    do throws(FileError) {
      try AtomicFile.write(cache.bytes, to: self.cache)
    } catch {
      throw Failure(error.description)
    }
  }

  /// Adds a night to the state, if it can be trusted, and to the log.
  ///
  /// - Returns: the new state; or why the night is not folded.
  func fold(_ night: Night, into state: LinkState, seconds: Int?) throws(Failure) -> (state: LinkState, Distrust?) {
    var nights = readLog()
    let distrust = state.distrust(of: night, after: nights)
    if distrust == nil, let ignored = state.distrust(of: night) {
      Console.note("\(name): \(night.date): \(ignored), as in the nights before; the night counts, since that lasts")
    }
    nights.add(night, distrust: distrust, seconds: seconds)
    var next = state
    if distrust == nil {
      if let last = state.nights.last, night.date < last {
        Console.note(
          "\(name): \(night.date) is before the last night, \(last); it only adds what later nights leave open")
      }
      next = LinkState.step(state, night)
    }
    do throws(FileError) {
      if distrust == nil { try AtomicFile.write(next.bytes, to: path) }
      try AtomicFile.write(nights.bytes, to: log)
    } catch {
      throw Failure(error.description)
    }
    return (next, distrust)
  }

  /// The sentence about a night that is not folded.
  func sentence(_ distrust: Distrust, on date: Day) -> String {
    "\(name): the night of \(date) is not trusted: \(distrust); the state stays as it was"
  }
}

extension Day {
  /// The day of a run: that of `SOURCE_DATE_EPOCH`, else that of the clock.
  static func today() throws(Failure) -> Day {
    Day(secondsSinceEpoch: try SourceDate.seconds() ?? time(nil))
  }
}
