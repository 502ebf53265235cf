internal import Source

extension CheckReport {
  /// The report as JSON, with a line end at its end; the same bytes for the same report.
  ///
  /// `{summary: {links, ok, moved, …}, links: [{url, verdict, reason, status, hops: [{url, status}], target, attempts,
  /// occurrences: [{file, line, column}]}]}`; what is not known is `null`.
  public func json() -> String {
    var json = JSONText()
    json.object { json in
      let summary = summary
      json.object("summary") { json in
        json.value("links", summary.links)
        for verdict in Verdict.allCases { json.value(verdict.rawValue, summary[verdict]) }
      }
      json.array("links") { json in
        for link in links { link.write(to: &json) }
      }
    }
    return json.text + "\n"
  }
}

extension CheckedLink {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.value("url", url)
      json.value("verdict", verdict.rawValue)
      json.value("reason", reason)
      json.value("status", status)
      json.array("hops") { json in
        for hop in hops {
          json.object { json in
            json.value("url", hop.url)
            json.value("status", hop.status)
          }
        }
      }
      json.value("target", target)
      json.value("attempts", attempts)
      json.array("occurrences") { json in
        for occurrence in occurrences {
          json.object { json in
            json.value("file", occurrence.file)
            json.value("line", occurrence.location.line)
            json.value("column", occurrence.location.column)
          }
        }
      }
    }
  }
}
