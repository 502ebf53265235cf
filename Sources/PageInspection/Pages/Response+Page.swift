public import HTTP

extension BodyReader {
  /// Reads the body of an answer as a page, if its status is from 200 to 299.
  ///
  /// The body is read on for what is to be found.
  ///
  /// - Parameters:
  ///   - anchors: for each fragment to find, the names that it may have.
  ///   - texts: the quoted texts to find.
  public static func page(anchors: [Set<String>], texts: [TextFragment] = []) -> Maker {
    { request, head in
      guard (200..<300).contains(head.status) else { return nil }
      let stream = PageStream(
        address: request.address, contentType: head.headers.first("content-type"),
        refresh: head.headers.first("refresh"), wanted: anchors, texts: texts)
      return BodyReader(
        feed: { stream.feed($0) }, wantsMore: { stream.wantsMore },
        finish: { stream.finish().map { BodyContent($0) } })
    }
  }
}

extension Response {
  /// The page that `BodyReader.page(anchors:texts:)` read; `nil` for a body that is not a page.
  public var page: Page? {
    get { content?.value as? Page }
    set { content = newValue.map { BodyContent($0) } }
  }
}
