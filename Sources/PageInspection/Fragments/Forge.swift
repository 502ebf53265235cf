internal import HTTP
internal import Markdown
internal import Source

/// The kind of forge that serves a page: each builds some parts of its pages by scripts, so that their HTML is without them.
enum Forge: Hashable {
  /// A page of GitHub whose HTML, or whose data for scripts, has every anchor of its text.
  case gitHub
  /// A page of GitHub that scripts fill while a reader scrolls: a thread, a comparison, a list of releases.
  case gitHubThread
  /// GitLab, on whatever host: its scripts fetch files and threads after the page.
  case gitLab
  /// The source view of Gitea, Forgejo and Gogs, on whatever host.
  case giteaSource
  case other

  /// The forge of an address; `nil` where it shows none.
  init?(_ address: WebAddress) {
    let host = address.host
    let path = address.url.upTo("?").parts(at: "/").dropFirst(2)
    if host == "github.com" || host == "gist.github.com" {
      let isThread = path.count > 2 && Self.threads.contains(path[path.startIndex + 2].lowercased())
      // A notebook is shown in a frame.
      self = isThread || path.last?.lowercased().ends(with: ".ipynb") == true ? .gitHubThread : .gitHub
    } else if host == "gitlab.com" || (host.hasPrefix("gitlab.") && !host.hasSuffix(".io")) || path.contains("-") {
      self = .gitLab
    } else if zip(path, path.dropFirst()).contains(where: { $0 == "src" && Self.revisions.contains(String($1)) }) {
      self = .giteaSource
    } else if ["codeberg.org", "bitbucket.org", "sr.ht"].contains(host)
      || ["gitea.", "forgejo."].contains(where: host.hasPrefix)
    {
      self = .other
    } else {
      return nil
    }
  }

  /// Whether scripts build the part with this decoded name: comments, lines of a file, parts of a difference, a file below a folder.
  func makesByScript(_ name: String) -> Bool {
    if [.gitLab, .giteaSource, .gitHubThread].contains(self) { return true }
    if name.lowercased() == "readme" || name.hasSuffix("-ov-file") || name == "start-of-content" { return true }
    if Self.made.contains(where: { name.begins(with: $0) }) { return true }
    return Fragment.namesLines(name)
  }

  /// The third segment of the addresses that `gitHubThread` means.
  private static let threads: Set<String> = [
    "actions", "commit", "commits", "compare", "deployments", "discussions", "graphs", "issues", "labels", "milestone",
    "milestones", "network", "packages", "projects", "pull", "pulls", "pulse", "releases", "security", "settings",
  ]

  /// What follows `src` in the source view.
  private static let revisions: Set<String> = ["branch", "commit", "tag"]

  /// The beginnings of the names of comments, events, files and differences.
  private static let made = [
    "commitcomment-", "diff-", "discussion", "event-", "file-", "gistcomment-", "issue-", "issuecomment-", "lines-",
    "pullrequestreview-", "ref-commit-", "ref-pullrequest-",
  ]
}
