// The order of loading: site, pages by path, then what holds between them.
#include "content/load.h"

#include <algorithm>
#include <tuple>

#include "content/cross_check.h"
#include "content/format_rules.h"
#include "content/letters.h"
#include "content/read.h"

namespace lacit::content {
namespace {

/// `about` of `pages/about.json`.
std::string stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

/// To NFC (UAX #15): fonts have a glyph for «é», not for an «e» with an accent after it.
void compose(json::Value& value) {
  value.text = composed(std::move(value.text));
  for (json::Value& item : value.items) compose(item);
  for (json::Member& member : value.members) compose(member.value);
}

template <class T>
bool read_file(const File& file, T& out, void (*read)(Reader&, T&), Context& context) {
  context.file = file.path;
  json::Parsed parsed = json::parse(file.bytes);
  if (parsed.value) compose(*parsed.value);
  for (const json::Fault& fault : parsed.faults) {
    context.report({file.path, fault.position, fault.pointer}, fault.what, fault.mend);
  }
  if (!parsed.value) return false;
  if (parsed.value->kind != json::Kind::object) {
    context.report({file.path, parsed.value->position, ""}, "the file holds no object", "begin with { and end with }");
    return false;
  }
  Reader reader(context, *parsed.value, "");
  read(reader, out);
  reader.finish();
  return true;
}

void read_site_file(std::span<const File> files, Context& context, Content& content) {
  const auto site = std::find_if(files.begin(), files.end(), [](const File& file) { return file.path == "site.json"; });
  if (site == files.end()) {
    return context.report({"site.json", {}, ""}, "the file is missing", "add site.json with the site's name and frame");
  }
  context.page.clear();
  context.site_read = read_file(*site, content.site, read_site, context);
}

void read_page_file(const File& file, Context& context, Content& content) {
  context.page = stem(file.path);
  context.pages.push_back(context.page);
  Page page;
  if (read_file(file, page, read_page, context)) {
    content.pages.push_back(std::move(page));
  } else {
    context.unread_pages.push_back(context.page);
  }
}

/// Whether a page names them or not: somebody put them there to be shown. The mark stands in every page's header.
void report_pictures(Context& context) {
  if (!context.media.contains("mark.svg")) {
    context.report({"media/mark.svg", {}, ""}, "the picture is missing",
                   "put the organisation's mark there: the header shows it, and browsers beside the page's title");
  }
  for (const auto& [name, picture] : context.media) {
    // The one rule for names, also of pictures that no page shows yet. Of what is no picture only that is told.
    if (const auto advice = format_of::picture.advice(name); picture && advice) {
      context.report({"media/" + name, {}, ""}, *advice);
    }
    if (!picture) context.report({"media/" + name, {}, ""}, picture.error());
  }
}

bool earlier(const Problem& a, const Problem& b) {
  return std::tie(a.file, a.line, a.column, a.pointer) < std::tie(b.file, b.line, b.column, b.pointer);
}

}  // namespace

Loaded load(std::span<const File> files, const Catalogue& media) {
  Loaded loaded;
  Context context{media};
  read_site_file(files, context, loaded.content);
  std::vector<const File*> pages;
  for (const File& file : files) {
    if (file.path.starts_with("pages/")) pages.push_back(&file);
  }
  std::sort(pages.begin(), pages.end(), [](const File* a, const File* b) { return a->path < b->path; });
  for (const File* page : pages) read_page_file(*page, context, loaded.content);
  cross_check(loaded.content, context);
  report_pictures(context);
  loaded.problems = std::move(context.problems);
  loaded.warnings = std::move(context.warnings);
  std::stable_sort(loaded.problems.begin(), loaded.problems.end(), earlier);
  std::stable_sort(loaded.warnings.begin(), loaded.warnings.end(), earlier);
  return loaded;
}

}  // namespace lacit::content
