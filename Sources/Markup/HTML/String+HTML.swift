extension String {
  /// The text as HTML, in an attribute between quotes of either kind too.
  ///
  /// It goes by Unicode scalars: of `"` and an accent behind it, which are one character, a browser sees two.
  public var escapedForHTML: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
