import Linting
import Yams

extension Configuration {
  /// The most aliases that are followed: an alias of aliases of aliases grows threefold with every three of them at worst, so that
  /// so many cost nothing and more could cost everything.
  private static let aliasLimit = 24

  /// Reads YAML; the ids are those of the rules there are, and the file is the name that errors show.
  init(yaml: String, file: String, ruleIDs: [String]) throws(ConfigurationError) {
    guard Self.aliasCount(in: yaml) <= Self.aliasLimit else {
      throw ConfigurationError(
        file: file, place: nil, problem: "more than \(Self.aliasLimit) aliases (`*name`) are not followed")
    }
    self.file = file
    guard let node = try Self.node(yaml, file: file) else { return }
    let fields = try YAMLField(node: node, name: "", file: file)
      .fields([
        "list", "output", "preset", "rules", "words", "duplicates", "separator", "render", "check-links",
      ])
    list = try fields["list"]?.localPath()
    output = try fields["output"]?.localPath()
    for (id, field) in try fields["rules"]?.fields(ruleIDs, of: "rule") ?? [:] {
      rules[id] = try field.choice()
    }
    preset = try fields["preset"]?.choice()
    settings.words = Set(try fields["words"]?.strings() ?? [])
    settings.duplicates = Set(try fields["duplicates"]?.strings() ?? [])
    if let separator: Separator = try fields["separator"]?.choice() { settings.separator = separator.rawValue }
    let render = try fields["render"]?.fields(["contents"]) ?? [:]
    self.render.contents = try render["contents"]?.choice()
    let links = try fields["check-links"]?.fields(["exclude", "allow-address", "timeout", "retries"]) ?? [:]
    checkLinks.exclude = try links["exclude"]?.strings() ?? []
    checkLinks.allowAddress = try links["allow-address"]?.strings() ?? []
    checkLinks.timeout = try links["timeout"]?.integer(in: 1...3_600)
    checkLinks.retries = try links["retries"]?.integer(in: 0...10)
  }

  /// The tree of the only document; nil for an empty one. Scalars stay texts, so that `off` is not taken for false.
  private static func node(_ yaml: String, file: String) throws(ConfigurationError) -> Node? {
    do {
      return try Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw ConfigurationError(error, file: file)
    } catch {
      throw ConfigurationError(file: file, place: nil, problem: "cannot be read as YAML")
    }
  }

  /// How often `*` stands where an alias can begin; what stands in quotes or comments is counted too.
  private static func aliasCount(in yaml: String) -> Int {
    var count = 0
    var previous = UInt8(ascii: "\n")
    for byte in yaml.utf8 {
      if byte == UInt8(ascii: "*"), " \t\r\n[{,:".utf8.contains(previous) { count += 1 }
      previous = byte
    }
    return count
  }
}

/// What may stand between an entry's link and its description.
private enum Separator: String, CaseIterable {
  case hyphen = "-"
  case enDash = "–"
  case emDash = "—"
  case colon = ":"
}

extension ConfigurationError {
  /// The library's error with the place it names.
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, place: (mark.line, mark.column), problem: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
      self.init(
        file: file, place: (context.mark.line, context.mark.column), problem: "the key \(keys) stands here twice")
    case .reader(let problem, _, _, _):
      self.init(file: file, place: nil, problem: "not YAML: \(problem)")
    default:
      self.init(file: file, place: nil, problem: "cannot be read as YAML")
    }
  }
}
