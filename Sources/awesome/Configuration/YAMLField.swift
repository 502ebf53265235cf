import Source
import SystemPackage
import YAML

/// A value in a YAML file with the name of its key, which makes the errors about it.
struct YAMLField {
  let node: Node
  /// The key with those above it, as in `render.contents`; empty for the whole file.
  let name: String
  let file: String

  func error(_ problem: String, at other: Node? = nil) -> ConfigurationError {
    ConfigurationError(file: file, place: (other ?? node).place, problem: problem)
  }

  /// Where the value is: file, line and column.
  var place: String { "\(file):\(node.place.line):\(node.place.column)" }

  /// The values of a mapping by its keys; an unknown key is an error, and no value at all is an empty mapping.
  func fields(_ keys: [String], of what: String = "key") throws(ConfigurationError) -> [String: YAMLField] {
    if case .scalar(let scalar) = node.value, scalar.isNull { return [:] }
    guard case .mapping(let mapping) = node.value else {
      throw error(
        name.isEmpty
          ? "the file must have keys and values: `key: value`" : "`\(name)` must have keys and values: `key: value`")
    }
    var fields: [String: YAMLField] = [:]
    for (keyNode, value) in mapping {
      guard case .scalar(let key) = keyNode.value else { throw error("a key must be a word", at: keyNode) }
      guard keys.contains(key.text) else {
        throw error(unknown(what, key.text, among: keys), at: keyNode)
      }
      fields[key.text] = field(key.text, value)
    }
    return fields
  }

  /// The keys and values of a mapping with any keys, in the order of the file.
  func entries() throws(ConfigurationError) -> [(key: String, value: YAMLField)] {
    guard case .mapping(let mapping) = node.value else {
      throw error("`\(name)` must have keys and values: `key: value`")
    }
    var entries: [(String, YAMLField)] = []
    for (keyNode, value) in mapping {
      guard case .scalar(let key) = keyNode.value else { throw error("a key must be a word", at: keyNode) }
      entries.append((key.text, field(key.text, value)))
    }
    return entries
  }

  private func field(_ key: String, _ value: Node) -> YAMLField {
    YAMLField(node: value, name: name.isEmpty ? key : "\(name).\(key)", file: file)
  }

  func string() throws(ConfigurationError) -> String {
    guard case .scalar(let scalar) = node.value, !scalar.text.isEmpty else { throw error("`\(name)` must be text") }
    return scalar.text
  }

  /// A text on one line.
  func line() throws(ConfigurationError) -> String {
    let text = try string()
    guard !text.contains(where: \.isNewline) else { throw error("`\(name)` must be on one line") }
    return text
  }

  func strings() throws(ConfigurationError) -> [String] {
    guard case .sequence(let sequence) = node.value else {
      throw error("`\(name)` must be a list, with `- ` before each item")
    }
    var strings: [String] = []
    for item in sequence {
      guard case .scalar(let scalar) = item.value, !scalar.text.isEmpty else {
        throw error("every item of `\(name)` must be text", at: item)
      }
      strings.append(scalar.text)
    }
    return strings
  }

  /// The items of a list.
  func items() throws(ConfigurationError) -> [YAMLField] {
    guard case .sequence(let sequence) = node.value else {
      throw error("`\(name)` must be a list, with `- ` before each item")
    }
    return sequence.map { YAMLField(node: $0, name: name, file: file) }
  }

  /// A whole number in a range.
  func integer(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    guard case .scalar(let scalar) = node.value, let number = Int(scalar.text), range.contains(number) else {
      throw error("`\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A duration in a range: whole seconds, or a number with a unit.
  func duration(in range: ClosedRange<Duration>) throws(ConfigurationError) -> Duration {
    guard case .scalar(let scalar) = node.value, let duration = Duration(text: scalar.text), range.contains(duration)
    else {
      throw error(
        "`\(name)` must be seconds, or a number with s, m, h or d, from \(range.lowerBound.text) to \(range.upperBound.text)"
      )
    }
    return duration
  }

  /// One of the words of a type.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws(ConfigurationError) -> Choice {
    let words = Choice.allCases.map(\.rawValue)
    let word = try choice(words)
    guard let choice = Choice(rawValue: word) else { throw error("`\(name)` must be one of \(list(words))") }
    return choice
  }

  /// One of some words.
  func choice(_ words: [String]) throws(ConfigurationError) -> String {
    guard case .scalar(let scalar) = node.value else { throw error("`\(name)` must be one of \(list(words))") }
    guard words.contains(scalar.text) else {
      throw error("`\(name)` must be one of \(list(words)), not `\(scalar.text)`")
    }
    return scalar.text
  }

  /// A path that stays in the folder of the configuration and out of git's.
  func localPath() throws(ConfigurationError) -> String {
    let path = try string()
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."), !path.unicodeScalars.contains("\0") else {
      throw error("`\(name)` must be a path in this file's folder, without `..`")
    }
    guard !FilePath(path).components.contains(where: \.isGitFolder) else {
      throw error("`\(name)` must not be a path in `.git`")
    }
    return path
  }

  private func unknown(_ what: String, _ key: String, among keys: [String]) -> String {
    let context = name.isEmpty ? "" : " in `\(name)`"
    if let near = nearest(to: key, among: keys) { return "unknown \(what) `\(key)`\(context); did you mean `\(near)`?" }
    // The rules are too many to list.
    let all = keys.count > 20 ? "`awesome rules` lists them" : "the \(what)s are \(list(keys))"
    return "unknown \(what) `\(key)`\(context); \(all)"
  }

  private func list(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
