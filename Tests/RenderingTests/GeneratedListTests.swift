import BenchmarkSupport
import Rendering
import Source
import Testing

/// The lists of the benchmarks.
@Suite struct GeneratedListTests {
  @Test(arguments: [1, 2, 3])
  func generatedListsKeepTheirContent(_ seed: UInt64) throws {
    var generator = ListGenerator(seed: seed)
    for text in [generator.markdown(bytes: 20_000), generator.html(bytes: 10_000)] {
      for shape in RenderOptions.Shape.allCases {
        var options = RenderOptions()
        options.shape = shape
        for style in RenderOptions.Style.allCases {
          options.style = style
          try expectSameContent(SourceText(text), options)
        }
      }
    }
  }

  @Test func theSameSeedGivesTheSameList() {
    var (one, other) = (ListGenerator(seed: 7), ListGenerator(seed: 7))
    #expect(one.markdown(bytes: 10_000) == other.markdown(bytes: 10_000))
    #expect(one.markdown(bytes: 10_000) != other.html(bytes: 10_000))
  }
}
