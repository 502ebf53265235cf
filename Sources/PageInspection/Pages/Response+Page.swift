public import HTTP

extension BodyReader {
  /// Reads the body of an answer with a status of 200 to 299 as a page.
  ///
  /// - Parameter anchors: for each fragment that the page should have, the names that it may go by; the body is read on for them.
  public static func page(anchors: [Set<String>]) -> Maker {
    { request, head in
      guard (200..<300).contains(head.status) else { return nil }
      let stream = PageStream(
        address: request.address, contentType: head.headers.first("content-type"), wanted: anchors)
      return BodyReader(
        feed: { stream.feed($0) }, wantsMore: { stream.wantsMore },
        finish: { stream.finish().map { BodyContent($0) } })
    }
  }
}

extension Response {
  /// What a reader of `BodyReader.page(anchors:)` found; `nil` where the body is not a page.
  public var page: Page? {
    get { content?.value as? Page }
    set { content = newValue.map { BodyContent($0) } }
  }
}
