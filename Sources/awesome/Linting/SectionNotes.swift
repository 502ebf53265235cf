import AwesomeList
import Linting
import Source

/// Notes about patterns in the configuration that match no section: it was renamed, or mistyped.
struct SectionNotes {
  /// Sentences, in the order of the configuration.
  let texts: [String]

  init(_ files: [ListFile]) {
    var pending: [(pattern: String, configuration: String)] = []
    var matched: Set<String> = []
    for file in files {
      let configuration = file.input.configuration
      // Of several lists, one that is not linted may have the section.
      guard let name = configuration.file, configuration.lists.count <= files.count else { continue }
      for section in file.input.lintConfiguration.ownSections {
        let key = name + "\0" + section.title.text
        if file.list.allSections.contains(where: { section.title.matches($0.title) }) { matched.insert(key) }
        if !pending.contains(where: { $0 == (section.title.text, name) }) { pending.append((section.title.text, name)) }
      }
    }
    texts = pending.filter { !matched.contains($0.configuration + "\0" + $0.pattern) }.map {
      "\($0.configuration): no section matches `\($0.pattern)` in `sections`; correct it, or remove it"
    }
  }
}
