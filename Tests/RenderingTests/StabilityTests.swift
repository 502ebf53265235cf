import Rendering
import Testing

/// Texts whose second rendering once differed, found by fuzzing.
@Suite struct StabilityTests {
  @Test(arguments: [
    "[a]:h\n\n[a]:a\n\"", "[a]:a\n[S\n]:[", "t.\n\n[some - T\ncha]:t\n",
    "- \n- []()\n>\n<details><summary></details\n\n- []()\n>",
    "- http://s\n<details><summary></details\n\n- \n- []()\n>\n- []()\n>",
    "- [b](https://b.c)\n- [a](https://a.c)\n> About a.\n\n1. [c](https://c.c)\n\n> About c.\n",
    "\u{FEFF}\u{FEFF}\u{FEFF}# T\n", "<!--lint ignore-->\nk\n-\nÂ©",
  ])
  func renderingTwiceChangesNothing(_ text: String) throws {
    _ = try render(text)
    _ = try render(text, RenderOptions())
  }
}
