import JSON
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
  ///   - base: reads the configuration that `extends` names, which this one overrides.
  init(
    yaml: String, file: String, base: (YAMLField) throws(ConfigurationError) -> Configuration = Self.noBase
  ) throws(ConfigurationError) {
    self.file = file
    guard let node = try Self.node(yaml, file: file) else { return }
    let root = YAMLField(node: node, name: "", file: file)
    let keys = Self.keys
    let fields = try root.fields(keys.map(\.name))
    if let field = fields["extends"] {
      self = try base(field)
      self.file = file
      lint.inheritedSectionCount = lint.sections.count
    }
    if fields["lists"] != nil, let key = ["list", "output"].first(where: { fields[$0] != nil }), let other = fields[key]
    {
      throw other.error("`\(key)` and `lists` exclude each other; move it into `lists`")
    }
    try root.read(keys, into: &self)
    // The rule's own options decide for both.
    if render.order != nil, let rule = Rule.named("order") { render.order = NameOrder(lint.options(of: rule)) }
  }

  static var keys: [ConfigurationKey<Configuration>] {
    [
      // It is read before all others, by `init`.
      ConfigurationKey("extends", .line, "A configuration that this one overrides, by its path from this file.") {
        _, _ in
      },
      ConfigurationKey("list", .path, at: \.list, "The list's file."),
      ConfigurationKey("lists", .items(placeKeys, required: "list"), "The lists, where there are several.") {
        (configuration, fields) throws(ConfigurationError) in
        for field in fields { configuration.lists.append(try Self.place(field)) }
      },
      ConfigurationKey(
        "output", .path, at: \.output, "The file that `render` writes; the README beside the list without this key."),
      ConfigurationKey(
        "exclude", .exclusions, at: \.exclude, "Patterns of files and folders that no command reads."),
    ] + LintConfiguration.keys.map { $0.of(\.lint) } + [
      ConfigurationKey(
        "files", .entries(LintConfiguration.keys), "The linting keys for files whose path matches a pattern."
      ) { (configuration, fields) throws(ConfigurationError) in
        for (path, field) in fields {
          var change = LintConfiguration()
          try field.read(LintConfiguration.keys, into: &change)
          configuration.files.append((Glob(path, isPath: true), change))
        }
      },
      // The values of another configuration are replaced as a whole.
      ConfigurationKey(
        "render", .mapping(RenderConfiguration.keys, from: RenderConfiguration()), "How the README is written."
      ) { $0.set($1) },
      ConfigurationKey(
        "check-links", .mapping(CheckLinksConfiguration.keys, from: CheckLinksConfiguration()), at: \.checkLinks,
        "How links are checked."),
    ]
  }

  private mutating func set(_ rendering: RenderConfiguration) {
    render = rendering.options
    render.order = rendering.isSorted ? NameOrder() : nil
    lint.options.merge(rendering.sorting)
    header = rendering.header
    footer = rendering.footer
  }

  /// An item of `lists`.
  private struct Place {
    var list: String?
    var output: String?
  }

  private static var placeKeys: [ConfigurationKey<Place>] {
    [
      ConfigurationKey("list", .path, at: \.list, "The list's file."),
      ConfigurationKey("output", .path, at: \.output, "The file that `render` writes for it."),
    ]
  }

  private static func place(_ field: YAMLField) throws(ConfigurationError) -> (list: String, output: String?) {
    var place = Place()
    try field.read(placeKeys, into: &place)
    guard let list = place.list else { throw field.error("every item of `lists` must have the key `list`") }
    return (list, place.output)
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
