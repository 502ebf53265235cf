import Markdown
import Markup
public import Source

extension List {
  /// The addresses of media in raw HTML beside those of images: of `srcset`, `source`, `video`, `audio`, `track` and `poster`, in the order
  /// of the text, each with its place; the range is empty where the address is written with character references.
  ///
  /// Source: HTML, sections 4.8.2 to 4.8.11.
  public var mediaAddresses: [(url: String, range: SourceRange)] {
    let pieces = document.htmlRanges
    if pieces.isEmpty { return [] }
    return HTMLFragments(in: document.source).tokens(of: pieces).flatMap {
      token -> [(url: String, range: SourceRange)] in
      guard case .start(let tag) = token.kind, let names = Self.mediaAttributes[tag.name] else { return [] }
      return names.flatMap { name -> [(url: String, range: SourceRange)] in
        guard let attribute = tag.attribute(name), let raw = attribute.valueRange, !attribute.value.isEmpty else {
          return []
        }
        let isPlain = document.source.bytes(in: raw).elementsEqual(attribute.value.utf8)
        let addresses = name == "srcset" ? Self.candidates(in: attribute.value) : [0..<attribute.value.utf8.count]
        let bytes = Array(attribute.value.utf8)
        return addresses.map { place in
          let start = raw.lowerBound + (isPlain ? place.lowerBound : 0)
          return (
            url: String(decoding: bytes[place], as: UTF8.self),
            range: SourceRange(start, isPlain ? start + place.count : start)
          )
        }
      }
    }
  }

  private static let mediaAttributes: [String: [String]] = [
    "img": ["srcset"], "source": ["src", "srcset"], "video": ["src", "poster"], "audio": ["src"], "track": ["src"],
  ]

  /// The places of the addresses in a `srcset`: each may have a width or density after it, and ends in a comma.
  ///
  /// Source: HTML, section 4.8.4.3.10, without errors for malformed descriptors.
  private static func candidates(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      while index < bytes.count, bytes[index].isASCIIWhitespace || bytes[index] == UInt8(ascii: ",") { index += 1 }
      let start = index
      while index < bytes.count, !bytes[index].isASCIIWhitespace { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end > start { found.append(start..<end) }
      // A comma that ends the address ends the candidate; else its descriptors follow.
      guard end == index else { continue }
      while index < bytes.count, bytes[index] != UInt8(ascii: ",") { index += 1 }
    }
    return found
  }
}
