import AwesomeList

/// The purpose of a section by its title, which several rules need.
struct SectionRole: Sendable {
  /// Whether it names something that is about the list, other lists included.
  let hasFooter: Bool
  /// Whether the guidelines want the section left out of the contents list.
  let isAboutTheList: Bool
  /// Whether it is about the list's subject.
  let isSubject: Bool

  init(_ section: Section) {
    let footer = section.footer
    hasFooter = footer != nil
    isAboutTheList = section.isAboutTheList
    isSubject = (footer == nil || footer == .related) && !isAboutTheList && !section.heading.isContents
  }
}
