// The order of loading: site, pages by path, then what holds between them.
#include "content/load.h"

#include <algorithm>
#include <tuple>

#include "content/cross_check.h"
#include "content/read.h"

namespace lacit::content {
namespace {

/// `about` of `pages/about.json`.
std::string stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

template <class T>
bool read_file(const File& file, T& out, void (*read)(Reader&, T&), Context& context) {
  context.file = file.path;
  const json::Parsed parsed = json::parse(file.bytes);
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
  context.kinds.clear();
  Page page;
  if (read_file(file, page, read_page, context)) {
    content.pages.push_back(std::move(page));
  } else {
    context.unread_pages.push_back(context.page);
  }
}

/// Whether a page names them or not: somebody put them there to be shown.
void report_pictures(Context& context) {
  for (const auto& [name, picture] : context.media) {
    if (picture) continue;
    const std::string& message = picture.message();
    const std::size_t semicolon = message.find("; ");
    context.report({"media/" + name, {}, ""}, message.substr(0, semicolon), message.substr(semicolon + 2));
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
  std::stable_sort(loaded.problems.begin(), loaded.problems.end(), earlier);
  return loaded;
}

}  // namespace lacit::content
