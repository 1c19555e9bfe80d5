// What the reading functions share: the problems found so far, and what can only be judged when every file is read.
#pragma once

#include <string>
#include <vector>

#include "content/json.h"
#include "content/media.h"
#include "content/problem.h"

namespace lacit::content {

/// A place in a file.
struct Where {
  std::string file;
  json::Position position;
  std::string pointer;
};

/// A word of the content that means something elsewhere.
struct Mention {
  std::string text;
  std::string page;  ///< Slug of the page that it stands on; empty in site.json.
  Where where;
  std::string region{};  ///< Of its section; empty: shown in every region.
};

struct Context {
  const Catalogue& media;
  std::string file{};    ///< Being read.
  std::string page{};    ///< The slug that its name promises: `about` for `pages/about.json`.
  std::string region{};  ///< Of the section being read.
  bool site_read = false;
  int looks = 100;  ///< For names that are near to misspelt ones: comparing all with all may take long.
  std::vector<Problem> problems{};
  std::vector<Problem> warnings{};  ///< What may be meant: it is told and stops nothing.

  std::vector<Mention> slugs{}, titles{};
  std::vector<Mention> kinds{};    ///< Of the sections, in their order; empty text: unknown.
  std::vector<Mention> anchors{};  ///< Of sections and events: both are ids in the page.
  std::vector<Mention> events{};   ///< Their ids once more: each names a calendar file of the whole site.
  std::vector<Mention> hrefs{};
  std::vector<Mention> forms{};   ///< Asked for by form sections.
  std::vector<Mention> topics{};  ///< Text: form and topic, joined by a line break.
  std::vector<Mention> regions{};
  Mention own_region{};                     ///< The site's.
  std::vector<Mention> zones{};             ///< Time zones that events name, where visitors read them.
  std::vector<std::string> pages{};         ///< Every page there is, by its file's name.
  std::vector<std::string> unread_pages{};  ///< Those whose JSON is broken: nobody knows their anchors.

  void report(const Where& where, std::string what, std::string mend) {
    report(where, {.what = std::move(what), .mend = std::move(mend)});
  }
  void report(const Where& where, const base::Error& error) { problems.push_back(problem(where, error)); }
  void warn(const Where& where, const base::Error& error) {
    warnings.push_back(problem(where, error));
    warnings.back().what.insert(0, "warning: ");
  }

 private:
  /// What knows its own place, as a drawing's faults do, is told there.
  static Problem problem(const Where& where, const base::Error& error) {
    const json::Position at = error.line > 0 ? json::Position{error.line, error.column} : where.position;
    return {where.file, at.line, at.column, where.pointer, error.what, error.mend};
  }
};

}  // namespace lacit::content
