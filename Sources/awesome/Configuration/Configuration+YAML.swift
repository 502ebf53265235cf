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
        "list", "lists", "output", "preset", "rules", "words", "duplicates", "separator", "render", "check-links",
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
    if let places = fields["lists"] { try readLists(places, beside: fields) }
    if let render = fields["render"] { try readRender(render) }
    if let links = fields["check-links"] { checkLinks = try CheckLinksConfiguration(links) }
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
