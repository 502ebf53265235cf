import Rendering
import Source
import Testing

/// Texts that were rendered otherwise a second time, as random texts showed.
@Suite struct StabilityTests {
  @Test(arguments: [
    "[a]:h\n\n[a]:a\n\"", "[a]:a\n[S\n]:[", "t.\n\n[some - T\ncha]:t\n",
    "- \n- []()\n>\n<details><summary></details\n\n- []()\n>",
    "- http://s\n<details><summary></details\n\n- \n- []()\n>\n- []()\n>",
    "- [b](https://b.c)\n- [a](https://a.c)\n> About a.\n\n1. [c](https://c.c)\n\n> About c.\n",
    "\u{FEFF}\u{FEFF}\u{FEFF}# T\n", "<!--lint ignore-->\nk\n-\nÂ©",
  ])
  func whatIsRenderedIsRenderedAsItself(_ text: String) throws {
    let once = try Renderer().render(SourceText(text)).bytes
    #expect(try Renderer().render(SourceText(utf8: once)).bytes == once)
  }
}
