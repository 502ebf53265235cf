/// Makes the anchors of headings as GitHub does: unique within one document, so one slugger serves one document.
///
/// A heading's text is lower-cased; what is neither letter, mark, decimal digit, connector punctuation, hyphen nor space goes; each space
/// becomes a hyphen. Nothing is trimmed or collapsed. Source: html-pipeline's table-of-contents filter.
public struct Slugger: Sendable {
  /// By the anchors' bytes: strings with many combining marks are slow to compare, and differ for GitHub where they are only equivalent.
  private var counts: [[UInt8]: Int] = [:]

  public init() {}

  /// The anchor of the next heading, without the `#`.
  public mutating func anchor(for heading: String) -> String {
    let slug = Array(Self.slug(heading).utf8)
    guard var count = counts[slug] else {
      counts[slug] = 0
      return String(decoding: slug, as: UTF8.self)
    }
    var unique: [UInt8]
    repeat {
      count += 1
      unique = slug + Array("-\(count)".utf8)
    } while counts[unique] != nil
    counts[slug] = count
    counts[unique] = 0
    return String(decoding: unique, as: UTF8.self)
  }

  /// A heading's anchor were it the only one.
  public static func slug(_ heading: String) -> String {
    if heading.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: heading.utf8.compactMap(slugByte), as: UTF8.self)
    }
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

  /// What becomes of a character of ASCII.
  private static func slugByte(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
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
