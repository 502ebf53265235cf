import Rendering
import Source
import Testing

/// A text's rendering, which rendering again must not change.
func render(_ text: String, _ options: RenderOptions = RenderOptions()) throws -> String {
  let once = try Renderer(options).render(SourceText(text))
  let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
  #expect(twice.bytes == once.bytes, "rendering its own output changes nothing")
  return String(decoding: once.bytes, as: UTF8.self)
}

func render(_ text: String, _ contents: RenderOptions.Contents) throws -> String {
  try render(text) { $0.contents = contents }
}

func render(_ text: String, _ change: (inout RenderOptions) -> Void) throws -> String {
  var options = RenderOptions()
  change(&options)
  return try render(text, options)
}
