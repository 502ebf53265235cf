import Source

/// Makes the anchors of headings as GitHub does, unique within one document.
///
/// The text is lower-cased. Letters, marks, decimal digits, connector punctuation and hyphens stay, a space becomes a hyphen, and all
/// other characters go. Nothing is trimmed or collapsed. Source: html-pipeline's table-of-contents filter.
public struct Slugger: Sendable {
  /// By bytes: strings with many combining marks are slow to compare, and GitHub treats equivalent ones as different.
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

  /// A heading's anchor without regard to other headings.
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

  /// The slug of an ASCII character; nil if it goes.
  private static func slugByte(_ byte: UInt8) -> UInt8? {
    if byte == UInt8(ascii: " ") { return UInt8(ascii: "-") }
    return isKept(byte) ? byte.asciiLowercased : nil
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isKept(UInt8(ascii: scalar)) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
