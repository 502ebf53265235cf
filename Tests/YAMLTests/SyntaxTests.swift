import Testing
import YAML

/// What libyaml cannot read, in words that say what to do.
@Suite struct SyntaxTests {
  @Test(arguments: [
    ("a:\n\tb: 1", "2:1 a tab indents this line; indent with spaces"),
    ("a:\n  \tb: 1", "2:3 a tab indents this line; indent with spaces"),
    ("a:\n  b: 1\n\tc: 2", "3:1 a tab indents this line; indent with spaces"),
    ("\t", "1:1 a tab indents this line; indent with spaces"),
    ("a: |\n\tb", "2:1 a tab indents this line; indent with spaces"),
    ("a: `b", "1:4 text cannot begin with a backtick; put it in quotes"),
    ("a: @b", "1:4 text cannot begin with `@`; put it in quotes"),
    ("a: %b", "1:4 text cannot begin with `%`; put it in quotes"),
    ("a: [**/*.md]", "1:5 put text that begins with `*` or `&` in quotes"),
    ("a: *.md", "1:4 put text that begins with `*` or `&` in quotes"),
    ("a: & b", "1:4 put text that begins with `*` or `&` in quotes"),
    ("a: !b,c d", "1:4 put text that begins with `!` in quotes"),
    ("a: !b!c", "1:4 put text that begins with `!` in quotes"),
    ("%", "1:2 a line cannot begin with `%`; put the text in quotes"),
    ("a: b: c", "1:5 `: ` cannot be here; put the text around it in quotes, or correct the indentation"),
    ("a: {b:}", "1:6 `:` cannot be here; put the text around it in quotes"),
    ("%YAML 2.0\n---\na: b", "1:1 YAML 1.1 and 1.2 can be read; remove the line with `%YAML`"),
    ("a: 1\nb\nc: 2", "2:1 a key must have `: ` after it"),
    ("a: \"b\\d\"", "1:6 YAML has no such escape; write `\\\\` for a backslash, or use single quotes"),
    ("a: 'b\nc: d", "1:4 this quote is not closed"),
    ("a: \"b\n--- c", "1:4 this quote is not closed"),
    ("a: - b", "1:4 `- ` cannot be here; begin a new line with it"),
    ("a: [", "2:1 the file ends inside of `[` or `{`; close it"),
    ("a: [b", "1:4 `]` is missing at the end"),
    ("a: {b: c", "1:4 `}` is missing at the end"),
    ("a: [b\nc: d", "2:2 `,` or `]` is missing before this"),
    ("a: }", "1:4 text cannot begin with `}`; put it in quotes"),
    ("a: [b] c", "1:8 nothing can follow a value on its line; put the whole value in quotes"),
    ("a: \"b\" c", "1:8 nothing can follow a value on its line; put the whole value in quotes"),
    ("a: |b\n  c", "1:5 text after `|` or `>` begins on the next line"),
    ("a:\n  b: 1\n c: 2", "3:2 a key is expected here, aligned with the keys above: `key: value`"),
    ("- a\nb: c", "2:1 an item is expected here, aligned with the items above: `- item`"),
    ("[a]\nb: c", "2:1 nothing can follow the value above"),
    ("a: \u{1}b", "1:4 an invisible control character; remove it"),
    ("ä: é\nb: \u{0}", "2:4 an invisible control character; remove it"),
  ]) func faultsHaveARemedy(_ text: String, _ sentence: String) {
    let (place, rest) = sentence.split(at: " ")
    #expect(problem(text) == "\(place) not YAML: \(rest)")
  }
}

extension String {
  fileprivate func split(at character: Character) -> (Substring, Substring) {
    let index = firstIndex(of: character) ?? endIndex
    return (self[..<index], self[index...].dropFirst())
  }
}
