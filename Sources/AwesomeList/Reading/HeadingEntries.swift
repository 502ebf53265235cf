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
    // The last section if it holds projects, which are added at once: there may be thousands.
    var holder: (section: Section, elements: [Element])?
    func endHolder() {
      guard let last = holder else { return }
      let elements = last.section.elements + last.elements
      sections.append(Section(heading: last.section.heading, elements: elements, sections: []))
      holder = nil
    }
    for (section, project) in zip(all, projects) {
      let isListed = listed.contains(section.anchor) || section.sections.contains { listed.contains($0.anchor) }
      guard let project, !isListed, holder != nil || sections.isEmpty else {
        endHolder()
        if let project {
          let element = Element.entries([project.entry], blocks: project.blocks)
          sections.append(Section(heading: section.heading, elements: [element], sections: []))
        } else if section.mayHoldProjects {
          holder = (section, [])
        } else {
          sections.append(section)
        }
        continue
      }
      let element = Element.entries([project.entry], blocks: [section.heading.block] + project.blocks)
      if holder == nil { elements.append(element) } else { holder?.elements.append(element) }
    }
    endHolder()
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
