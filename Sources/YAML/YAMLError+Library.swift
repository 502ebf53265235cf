import CYAML

extension YAMLError {
  /// The library's error with what to do about it.
  init(_ parser: yaml_parser_t, _ input: UnsafeBufferPointer<UInt8>) {
    let text = unsafe String(decoding: input, as: UTF8.self).unicodeScalars
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
    if unsafe parser.error == YAML_MEMORY_ERROR {
      self = .outOfMemory
    } else if unsafe parser.error == YAML_READER_ERROR {
      let bytes = unsafe input.prefix(parser.problem_offset)
      let before = unsafe Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      self.init(place: Place(after: before), problem: "not YAML: an invisible control character; remove it")
    } else {
      let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
      self = unsafe Fault(
        problem: problem, context: context, spot: Spot(parser.problem_mark, in: text),
        start: Spot(parser.context_mark, in: text)
      ).error
    }
  }
}

/// A place with the text around it.
private struct Spot {
  let place: Place
  /// The character there; nil at the end of the text.
  let scalar: Unicode.Scalar?
  /// What is before it on its line.
  let before: [Unicode.Scalar]

  init(_ mark: yaml_mark_t, in text: String.UnicodeScalarView) {
    place = Place(mark)
    let rest = text.dropFirst(mark.index)
    scalar = rest.first
    before = text[..<rest.startIndex].suffix(mark.column)
  }

  var beginsLine: Bool { before.allSatisfy { $0 == " " } }

  /// The tab among the characters that indent the line.
  var tab: Place? {
    let blanks = (before + [scalar].compactMap(\.self)).prefix { $0 == " " || $0 == "\t" }
    return blanks.firstIndex(of: "\t").map { Place(line: place.line, column: $0 + 1) }
  }
}

/// An error of the library's scanner or parser, which knows its own grammar but not what the writer wanted.
private struct Fault {
  let problem: String
  let context: String
  let spot: Spot
  /// Where what could not be read begins.
  let start: Spot

  var error: YAMLError {
    if let tab = spot.tab { return error(at: tab, "a tab indents this line; indent with spaces") }
    if context.hasSuffix("a tag") || problem == "found undefined tag handle" {
      return error(at: start.place, "put text that begins with `!` in quotes")
    }
    if context.hasSuffix("directive") || problem.contains("directive") {
      return error(at: spot.place, "a line cannot begin with `%`; put the text in quotes")
    }
    if context == "while scanning a block scalar" {
      return error(at: spot.place, "text after `|` or `>` begins on the next line")
    }
    if context == "while scanning a quoted scalar" {
      return error(at: start.place, "this quote is not closed")
    }
    return known ?? error(at: spot.place, problem)
  }

  /// The problems that have a remedy, by the library's words.
  private var known: YAMLError? {
    switch problem {
    case "did not find expected alphabetic or numeric character":
      error(at: start.place, "put text that begins with `*` or `&` in quotes")
    case "mapping values are not allowed in this context":
      error(at: spot.place, "`: ` cannot be here; put the text around it in quotes, or correct the indentation")
    case "could not find expected ':'": error(at: start.place, "a key must have `: ` after it")
    case "found unexpected ':'": error(at: spot.place, "`:` cannot be here; put the text around it in quotes")
    case "found incompatible YAML document":
      error(at: spot.place, "YAML 1.1 and 1.2 can be read; remove the line with `%YAML`")
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      error(at: spot.place, "YAML has no such escape; write `\\\\` for a backslash, or use single quotes")
    case "block sequence entries are not allowed in this context":
      error(at: spot.place, "`- ` cannot be here; begin a new line with it")
    case "found character that cannot start any token", "mapping keys are not allowed in this context":
      unexpected
    case "did not find expected node content":
      spot.scalar == nil ? error(at: spot.place, "the file ends inside of `[` or `{`; close it") : unexpected
    case "did not find expected ',' or ']'": unclosed("]")
    case "did not find expected ',' or '}'": unclosed("}")
    case "did not find expected key": misplaced("a key is expected here, aligned with the keys above: `key: value`")
    case "did not find expected '-' indicator":
      misplaced("an item is expected here, aligned with the items above: `- item`")
    case "did not find expected <document start>": misplaced("nothing can follow the value above")
    default: nil
    }
  }

  private var unexpected: YAMLError {
    guard let scalar = spot.scalar else { return error(at: spot.place, "a value is missing") }
    if scalar == "\t" { return error(at: spot.place, "a tab cannot be here; write spaces") }
    let character = scalar == "`" ? "a backtick" : "`\(scalar)`"
    return error(at: spot.place, "text cannot begin with \(character); put it in quotes")
  }

  private func unclosed(_ bracket: String) -> YAMLError {
    spot.scalar == nil
      ? error(at: start.place, "`\(bracket)` is missing at the end")
      : error(at: spot.place, "`,` or `\(bracket)` is missing before this")
  }

  /// The error for text in a place where something else is expected.
  private func misplaced(_ problem: String) -> YAMLError {
    error(
      at: spot.place,
      spot.beginsLine ? problem : "nothing can follow a value on its line; put the whole value in quotes")
  }

  private func error(at place: Place, _ problem: String) -> YAMLError {
    YAMLError(place: place, problem: "not YAML: \(problem)")
  }
}

extension Place {
  /// The place after some text.
  fileprivate init(after text: [Unicode.Scalar]) {
    let line = text.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    self.init(line: text.count { $0 == "\n" } + 1, column: text.count - line + 1)
  }
}
