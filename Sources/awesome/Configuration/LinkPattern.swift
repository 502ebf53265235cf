import HTTP
import LinkChecking
import Source
import YAML

/// A pattern of URLs or hosts under `check-links`, with its place in the configuration.
struct LinkPattern: Hashable, Sendable {
  let text: String
  /// The key with those above it.
  let key: String
  /// The file, line and column.
  let place: String
  /// The name of the file.
  let file: String

  /// Reads a list of patterns.
  static func list(_ field: YAMLField?) throws(ConfigurationError) -> [LinkPattern] {
    var patterns: [LinkPattern] = []
    for item in try field?.items() ?? [] {
      guard case .scalar(let scalar) = item.node.value, !scalar.text.isEmpty else {
        throw item.error("every item of `\(item.name)` must be text")
      }
      patterns.append(LinkPattern(scalar.text, at: item))
    }
    return patterns
  }

  init(_ text: String, at field: YAMLField, key: String? = nil) {
    self.text = text
    self.key = key ?? field.name
    (place, file) = (field.place, field.file)
  }

  var glob: Glob { Glob(text) }
}

/// Notes about patterns that fit no link: the link is gone, or the pattern is mistyped.
struct LinkPatternNotes {
  private let urls: Set<ExactText>

  /// - Parameter report: its links and their redirects are what patterns may fit.
  init(_ report: CheckReport) {
    urls = Set(report.links.flatMap { link in [link.url] + link.hops.map(\.url) }.map(ExactText.init))
  }

  private var hosts: Set<String> { Set(urls.compactMap { (try? WebAddress($0.text))?.host }) }

  /// The sentences about the patterns of the configurations of a run.
  ///
  /// - Parameters:
  ///   - configurations: those of the files, one of each.
  ///   - count: the number of files.
  func texts(_ configurations: [Configuration], of count: Int) -> [String] {
    var seen: Set<String> = []
    var texts: [String] = []
    // Of several lists, one that is not checked may have the link.
    for configuration in configurations where configuration.lists.count <= count {
      guard let file = configuration.file, seen.insert(file).inserted else { continue }
      let links = configuration.checkLinks
      let hosts = links.hosts.isEmpty ? [] : hosts
      let globs = (links.exclude + links.include + links.keptRedirects).filter { !isMatched($0.glob) }
      let patterns = links.hosts.filter { pattern in !hosts.contains { pattern.override.pattern.matches($0) } }
      for pattern in globs + patterns.map(\.pattern) where pattern.file == file {
        texts.append("\(pattern.place): no link fits `\(pattern.text)` in `\(pattern.key)`; correct it, or remove it")
      }
    }
    return texts
  }

  /// The sentences about the patterns of an option.
  func texts(_ patterns: [String], option: String) -> [String] {
    patterns.filter { !isMatched(Glob($0)) }.map { "\(option): no link fits `\($0)`; correct it, or leave it out" }
  }

  private func isMatched(_ glob: Glob) -> Bool { urls.contains { glob.matches($0.text) } }
}
