extension String {
  /// The text escaped for HTML, also for attributes in quotes of either kind.
  ///
  /// By Unicode scalars: `"` and a combining accent are one character in Swift but two in a browser.
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
