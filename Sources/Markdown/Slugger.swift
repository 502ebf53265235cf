/// Makes the anchors of headings as GitHub does: unique within one document, so one slugger serves one document.
///
/// A heading's text is lower-cased; what is neither letter, mark, decimal digit, connector punctuation, hyphen nor space goes; each space
/// becomes a hyphen. Nothing is trimmed or collapsed. Source: html-pipeline's table-of-contents filter.
public struct Slugger: Sendable {
  private var counts: [String: Int] = [:]

  public init() {}

  /// The anchor of the next heading, without the `#`.
  public mutating func anchor(for heading: String) -> String {
    let slug = Self.slug(heading)
    guard var count = counts[slug] else {
      counts[slug] = 0
      return slug
    }
    var unique: String
    repeat {
      count += 1
      unique = "\(slug)-\(count)"
    } while counts[unique] != nil
    counts[slug] = count
    counts[unique] = 0
    return unique
  }

  /// A heading's anchor were it the only one.
  public static func slug(_ heading: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        scalars.append("-")
      } else if isKept(scalar) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
