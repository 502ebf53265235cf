import Linting
import Rendering
import Source
import SystemPackage

/// The content of `.awesome.yml`: only values, so that a stranger's list can configure its run and nothing else.
struct Configuration: Sendable {
  /// The name of the file in errors; nil for the defaults.
  var file: String?
  /// The folder of that file, to which the paths in it are relative.
  var folder = FilePath.here
  /// The list's file.
  var list: String?
  /// The file that `render` writes; the README beside the list by default.
  var output: String?
  /// The lists where there are several, each with the file that `render` writes; empty if `list` and `output` are used.
  var lists: [(list: String, output: String?)] = []
  /// The files that commands leave out of those that are named or found.
  var exclude: [FileExclusion] = []
  /// The linting options of all files.
  var lint = LintConfiguration()
  /// The linting options of some files, by path below the folder; a later one overrides an earlier one.
  var files: [(path: Glob, lint: LintConfiguration)] = []
  var render = RenderOptions()
  /// The files that `render` puts before and after the list.
  var header: String?
  var footer: String?
  var checkLinks = CheckLinksConfiguration()
}
