import AwesomeList
import Linting
import Rendering

/// A commented `.awesome.yml` for a list.
struct ConfigurationDraft {
  let text: String

  /// Writes down the habits of a list; the path is that from the configuration's folder to it, nil for a list that has none.
  init(_ habits: ListHabits, list: List, path: String?) {
    var lines = Self.header(habits)
    if let path { lines += ["", "list: \(Self.quoted(path))"] }
    if habits.separator != "-" {
      lines += [
        "", "# What stands between a link and its description.", "separator: \(Self.quoted(habits.separator))",
      ]
    }
    lines += Self.rules(habits)
    if !habits.words.isEmpty {
      lines += [
        "", "# Names with which descriptions begin as they are written; add others that are right in lower case.",
        "words:",
      ]
      lines += habits.words.map { "  - \(Self.quoted($0))" }
    }
    lines += Self.render(habits, list)
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func header(_ habits: ListHabits) -> [String] {
    let entries = "\(habits.entryCount) \(habits.entryCount == 1 ? "entry" : "entries")"
    let sections = "\(habits.sectionCount) \(habits.sectionCount == 1 ? "section" : "sections")"
    var lines = [
      "# How this list is linted and rendered, as awesome init found it: \(entries) in \(sections)."
    ]
    if let most = habits.shapes.first {
      let form = example(of: most.shape, habits.separator)
      lines.append("# \(most.count) of them \(most.count == 1 ? "is" : "are") written so: \(form)")
    }
    lines.append("# Every key is optional; the README of awesome describes them, and awesome rules lists the rules.")
    return lines
  }

  private static func rules(_ habits: ListHabits) -> [String] {
    var lines: [String] = []
    if !habits.brokenRules.isEmpty {
      lines.append("  # What this list does otherwise too often for a slip. Remove a line to have such places found.")
      lines += habits.brokenRules.map { "  \($0.id): off # \($0.count) places" }
    }
    if !habits.keptRules.isEmpty {
      lines.append("  # Off by default, but this list keeps them without an exception.")
      lines += habits.keptRules.map { "  \($0): warning" }
    }
    return lines.isEmpty ? [] : ["", "rules:"] + lines
  }

  private static func render(_ habits: ListHabits, _ list: List) -> [String] {
    var lines = ["", "render:"]
    if list.contents == nil {
      lines += ["  # There is no contents list; always makes one.", "  contents: keep"]
    } else {
      lines += ["  # The contents list is kept in step with the sections.", "  contents: keep"]
    }
    if habits.keptRules.contains("order") {
      lines += ["  # The entries of each list are in the order of the alphabet already.", "  order: alphabetical"]
    }
    if let emoji = habits.emoji {
      let form = emoji.option == .unicode ? "as characters" : "by their names"
      lines += ["  # All \(emoji.count) emoji are written \(form).", "  emoji: \(emoji.option.rawValue)"]
    }
    return lines
  }

  private static func example(of shape: EntryShape, _ separator: String) -> String {
    switch shape {
    case .dash, .enDash, .emDash: "[name](address) \(separator) description"
    case .colon: "[name](address): description"
    case .text: "[name](address) description"
    case .label: "description: [name](address)"
    case .quote: "[name](address), and the description in a quote"
    case .paragraph: "[name](address), and the description in a paragraph"
    case .link: "[name](address)"
    case .group: "a label over other entries"
    case .line: "a line of a paragraph"
    case .details: "<details> with the link in its <summary>"
    case .html: "an element of HTML"
    case .row: "a row of a table"
    case .heading: "a heading with the link"
    }
  }

  /// A text as a double-quoted scalar of YAML, with all that is not plain ASCII or a letter escaped.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (scalar.value > 0x7F && !scalar.isPrintable):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    properties.isAlphabetic || properties.numericType != nil || ["–", "—"].contains(self)
  }
}
