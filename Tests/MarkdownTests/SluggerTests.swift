import Markdown
import Testing

@Suite struct SluggerTests {
  @Test(arguments: [
    ("Applications ⚒️", "applications-\u{FE0F}"),
    ("Datasets ℹ️", "datasets-ℹ\u{FE0F}"),
    ("Surveys 📖", "surveys-"),
    ("C# & C++", "c--c"),
    ("1️⃣ One", "1\u{FE0F}\u{20E3}-one"),
    ("Ⓜ Metro", "ⓜ-metro"),
    ("👩‍🔬 Science 👍🏽 🇩🇪", "-science--"),
    (":ok_hand: X", "ok_hand-x"),
    ("日本語 の見出し", "日本語-の見出し"),
    ("Foo_bar-baz.", "foo_bar-baz"),
  ])
  func aHeadingHasGitHubsAnchor(_ heading: String, anchor: String) {
    #expect(Slugger.slug(heading) == anchor)
  }

  @Test func repeatedHeadingsAreNumberedAsOnGitHub() {
    var slugger = Slugger()
    let anchors = ["echo", "echo", "echo 1", "echo-1", "echo"].map { slugger.anchor(for: $0) }
    #expect(anchors == ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"])
  }
}
