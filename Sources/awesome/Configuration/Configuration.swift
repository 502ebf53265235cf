import Linting
import Rendering
import Source
import SystemPackage

/// What `.awesome.yml` says; values alone, so that a list from a stranger can configure its run and nothing else.
struct Configuration: Sendable {
  /// The file this was read from, as it is shown; nil for the defaults.
  var file: String?
  /// The folder of that file, to which the paths in it are relative.
  var folder = FilePath.here
  /// The list's file.
  var list: String?
  /// The file that `render` writes; the README beside the list by default.
  var output: String?
  /// The lists where there are several, each with the file that `render` writes; empty where `list` and `output` say it.
  var lists: [(list: String, output: String?)] = []
  /// What is said about linting.
  var lint = LintConfiguration()
  /// What is said about the linting of some files, by their paths below the folder; the later over the earlier.
  var files: [(path: Glob, lint: LintConfiguration)] = []
  var render = RenderOptions()
  /// The files that `render` puts before and behind the list.
  var header: String?
  var footer: String?
  var checkLinks = CheckLinksConfiguration()
}
