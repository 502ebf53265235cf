import HTTP
import LinkHistory
import Source

/// One of several parts of the links, each with whole domains, so that the limits of a domain stay what they are.
struct Shard: Hashable {
  /// From 1.
  let number: Int
  let count: Int

  /// Reads `K/N`.
  init?(_ text: String) {
    let parts = text.parts(at: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// The shard that the environment names: GitLab's variables, or the index of a Kubernetes Indexed Job, which counts from 0.
  ///
  /// - Parameter count: the number of shards; nil for that of the environment.
  static func auto(count: Int?) throws(Failure) -> Shard {
    let index = Console.environment("JOB_COMPLETION_INDEX").flatMap { Int($0) }.flatMap { $0 < .max ? $0 + 1 : nil }
    let total = count ?? Console.environment("CI_NODE_TOTAL").flatMap { Int($0) }
    let number = Console.environment("CI_NODE_INDEX").flatMap { Int($0) } ?? index
    guard let number, let total, let shard = Shard("\(number)/\(total)") else {
      throw Failure(
        """
        --shard auto needs CI_NODE_INDEX and CI_NODE_TOTAL in the environment, or JOB_COMPLETION_INDEX and --shard auto/N; \
        set them, or write --shard K/N
        """)
    }
    return shard
  }

  /// Whether a URL belongs to this shard; addresses without a host belong to the first.
  func contains(_ url: String) -> Bool {
    let host = LinkHistory.host(of: url)
    if host.isEmpty { return number == 1 }
    return FNV1a.hash(PublicSuffixes.registrableDomain(of: host)) % UInt64(count) == UInt64(number - 1)
  }

  var text: String { "\(number)/\(count)" }
}
