/// Lists in which combining marks are after signs that mean something in Markdown or in URLs.
///
/// To Swift, a sign and its mark are one character; to Markdown they are two.
public enum MarkedList {
  /// An acute accent, emoji presentation, a joiner, and the frame of a keycap.
  public static let marks: [Unicode.Scalar] = ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{20E3}"]

  private static let signs = Set("#|[]()-*_:<>!`/?=&%\"', .".unicodeScalars)

  /// A list with every kind of sign.
  public static let plain = """
    # Awesome Kites [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

    > Things that *fly*, [seen](https://seen.example/x?y=1&z=2#top "At dawn").

    ## Contents

    - [Reels](#reels)
    - [Lines & more](#lines--more)

    ## Reels

    - [Reel](https://reel.example/a%20b?c=d&utm_source=f#g) - **Winds** `line` <b>well</b>!
    - <https://auto.example/> - an address
    * [Two][two] – Text: more.

    | Name | Text |
    | --- | --- |
    | [Row](https://github.com/row/row.git) | Cell. |

    ## Lines & more

    1. [Line](http://line.example/) - ![image](i.png 'x') text.

    <details><summary><a href="https://details.example/">Details</a></summary> - Text.</details>

    <!-- awesome-disable-next-line url-http -->
    - [Old](http://old.example//a) - Text.
    - (Swapped)[https://swapped.example]
    - [Page](page.md#part) - Text

    [two]: https://two.example/ "Two"

    """

  /// The list with a mark after all signs of one kind.
  public static func texts(with mark: Unicode.Scalar) -> [String] {
    signs.sorted().map { sign in text(with: mark) { scalar, _ in scalar == sign } }
  }

  /// The list with a mark after the signs of one kind on one line.
  public static var singleLines: [String] {
    let lines = plain.unicodeScalars.count { $0 == "\n" }
    return (0..<lines).flatMap { line in
      signs.sorted().map { sign in text(with: marks[1]) { $0 == sign && $1 == line } }
    }.filter { $0 != plain }
  }

  private static func text(with mark: Unicode.Scalar, after isMarked: (Unicode.Scalar, _ line: Int) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    var line = 0
    for scalar in plain.unicodeScalars {
      text.append(scalar)
      if isMarked(scalar, line) { text.append(mark) }
      if scalar == "\n" { line += 1 }
    }
    return String(text)
  }
}
