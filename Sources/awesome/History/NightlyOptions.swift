import ArgumentParser
import Diagnostics
import LinkHistory
import Source
import SystemPackage

/// The memory of nightly runs.
struct NightlyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Remember failures in this file from night to night, and fail only for those that last; default: none.",
      valueName: "file"), completion: .file())
  var state: String?

  @Option(
    help: ArgumentHelp(
      "Write the outcome of each URL to this file as soon as it is known, for history fold; default: with --state none.",
      valueName: "file"), completion: .file())
  var outcomes: String?

  @Flag(help: "Continue a run that was killed: URLs with an outcome are not requested again.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Check links that were fine for 30 days only once in this time, as in 72h; needs --state; default: every night.",
      valueName: "duration"),
    transform: { text in
      guard let duration = Duration(text: text), duration >= .seconds(172_800), duration <= .seconds(5_184_000) else {
        throw ValidationError("--fresh takes 2d to 60d, or the same in hours, as in 72h")
      }
      return duration
    })
  var fresh: Duration?

  /// The same in days.
  var freshDays: Int? { fresh.map { Int($0 / .seconds(86_400)) } }

  @Option(
    help: ArgumentHelp(
      "Check only one of N parts of the links, K of N; auto takes both from the environment; default: all.",
      valueName: "k/n"),
    transform: { text in
      guard let choice = ShardChoice(text) else {
        throw ValidationError("--shard takes K/N, such as 2/8, with K from 1; or auto, or auto/N")
      }
      return choice
    })
  var shard: ShardChoice?

  mutating func validate() throws {
    if resume, state == nil, outcomes == nil {
      throw ValidationError("--resume continues a run with --state or --outcomes; name its file")
    }
    if fresh != nil, state == nil {
      throw ValidationError("--fresh needs to know the nights before; add --state")
    }
    if shard != nil, state != nil {
      throw ValidationError("--shard works with --outcomes; history fold joins the shards in a state")
    }
    for (name, file) in [("state", state), ("outcomes", outcomes)] {
      guard let file else { continue }
      if FilePath(file).parent.resolved?.type != .directory {
        throw ValidationError("--\(name) takes a file in an existing folder, not \(file.inert)")
      }
    }
  }
}

/// A shard, as the command line names it.
enum ShardChoice: Hashable {
  case fixed(Shard)
  case auto(count: Int?)

  init?(_ text: String) {
    if text == "auto" {
      self = .auto(count: nil)
    } else if let count = text.removing(prefix: "auto/").flatMap({ Int($0) }), count > 0 {
      self = .auto(count: count)
    } else if let shard = Shard(text) {
      self = .fixed(shard)
    } else {
      return nil
    }
  }

  func shard() throws(Failure) -> Shard {
    switch self {
    case .fixed(let shard): shard
    case .auto(let count): try Shard.auto(count: count)
    }
  }
}
