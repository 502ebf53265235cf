import Diagnostics
import LinkChecking

/// The requests to each host and its answers, in columns.
struct StatisticsTable {
  private let rows: [[String]]

  init(_ hosts: [HostStatistics]) {
    let head = ["host", "requests", "answers", "throttled", "silent", "concurrent", "mean ms"]
    rows =
      [head]
      + hosts.map { host in
        let mean = host.meanLatency.map { String(Int($0 / .milliseconds(1))) } ?? "-"
        return [
          host.host.inert, "\(host.requests)", "\(host.answers)", "\(host.throttles)", "\(host.timeouts)",
          "\(host.peakInFlight)", mean,
        ]
      }
  }

  /// The table with a newline at its end; names are aligned to the left, numbers to the right.
  var text: String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
