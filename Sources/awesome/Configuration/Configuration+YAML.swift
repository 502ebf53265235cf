import AwesomeList
import Linting
import Rendering
import Source
import YAML

extension Configuration {
  /// Reads YAML.
  ///
  /// - Parameters:
  ///   - file: the name that errors show.
  ///   - ruleIDs: the ids of all rules and families.
  ///   - base: reads the configuration that `extends` names, which this one overrides.
  init(
    yaml: String, file: String, ruleIDs: [String],
    base: (YAMLField) throws(ConfigurationError) -> Configuration = Self.noBase
  ) throws(ConfigurationError) {
    self.file = file
    guard let node = try Self.node(yaml, file: file) else { return }
    let fields = try YAMLField(node: node, name: "", file: file)
      .fields([
        "extends", "list", "lists", "output", "exclude", "preset", "rules", "words", "duplicates", "separator",
        "sections",
        "files", "render", "check-links",
      ])
    if let field = fields["extends"] {
      self = try base(field)
      self.file = file
      lint.inheritedSectionCount = lint.sections.count
    }
    list = try fields["list"]?.localPath()
    output = try fields["output"]?.localPath()
    exclude = try fields["exclude"].map(FileExclusion.list) ?? []
    try lint.read(fields, ruleIDs: ruleIDs)
    for (path, field) in try fields["files"]?.entries() ?? [] {
      var change = LintConfiguration()
      try change.read(try field.fields(LintConfiguration.keys), ruleIDs: ruleIDs)
      files.append((Glob(path, isPath: true), change))
    }
    if let places = fields["lists"] { try readLists(places, beside: fields) }
    if let field = fields["render"] {
      // The value of another configuration is replaced as a whole.
      render = RenderOptions()
      try readRender(field)
    }
    // The rule's own options decide for both.
    if render.order != nil, let rule = Rule.named("order") { render.order = NameOrder(lint.options(of: rule)) }
    if let links = fields["check-links"] { checkLinks = try CheckLinksConfiguration(links) }
  }

  private static func noBase(_ field: YAMLField) throws(ConfigurationError) -> Configuration {
    throw field.error("`extends` works in a file only")
  }

  /// The tree of the only document; nil for an empty one.
  private static func node(_ yaml: String, file: String) throws(ConfigurationError) -> Node? {
    do {
      return try Node.read(yaml)
    } catch {
      throw ConfigurationError(file: file, place: error.place, problem: error.problem)
    }
  }
}
