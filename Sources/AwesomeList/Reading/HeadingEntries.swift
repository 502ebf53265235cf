import Markdown
import Source

/// Sections that are entries: the heading names a project, and the text and sections below describe it.
struct HeadingEntries {
  /// The entries before the first remaining section, each with its blocks.
  private(set) var elements: [Element] = []
  /// The remaining sections, perhaps with entries in them.
  private(set) var sections: [Section] = []

  /// Reads sections beside each other. One that a contents list leads to remains a section, with its entry in it.
  init(_ all: [Section], listed: Set<String>, builder: EntryBuilder) {
    let reader = ProjectReader(all, builder: builder)
    let projects = reader.projects
    guard projects.contains(where: { $0 != nil }) else {
      sections = all
      return
    }
    for (section, project) in zip(all, projects) {
      guard let project else {
        sections.append(section)
        continue
      }
      let heading = section.heading.block
      let isListed = listed.contains(section.anchor) || section.sections.contains { listed.contains($0.anchor) }
      if !isListed, sections.isEmpty {
        elements.append(.entries([project.entry], blocks: [heading] + project.blocks))
      } else if !isListed, let last = sections.last, last.mayHoldProjects {
        let element = Element.entries([project.entry], blocks: [heading] + project.blocks)
        sections[sections.count - 1] = Section(heading: last.heading, elements: last.elements + [element], sections: [])
      } else {
        let element = Element.entries([project.entry], blocks: project.blocks)
        sections.append(Section(heading: section.heading, elements: [element], sections: []))
      }
    }
  }
}

extension Section {
  /// Whether the section is only a heading over the projects in the sections after it.
  fileprivate var mayHoldProjects: Bool {
    guard footer == nil, sections.isEmpty, !heading.isContents else { return false }
    let others = elements.filter { element in
      if case .entries(let entries, _) = element {
        !entries.allSatisfy { $0.shape == .heading }
      } else {
        !element.isComment
      }
    }
    return others.count < 2 && others.allSatisfy(\.isKept)
  }
}

extension Element {
  var isKept: Bool {
    if case .kept = self { true } else { false }
  }

  var isContents: Bool {
    if case .contents = self { true } else { false }
  }
}
