#include "generate/notices.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.h"
#include "content/site_words.h"
#include "generate/files.h"

namespace lacit::generate {

namespace fs = std::filesystem;

namespace {

// Licence texts are wrapped at some width: blank lines part paragraphs, other line ends are spaces.
std::vector<content::RichText> paragraphs(std::istringstream& in) {
  std::vector<content::RichText> all;
  std::string paragraph;
  const auto finish = [&] {
    if (!paragraph.empty()) all.push_back({content::Span{.text = paragraph, .href = {}}});
    paragraph.clear();
  };
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos) {
      finish();
      continue;
    }
    const std::size_t end = line.find_last_not_of(" \t\r");
    for (const char c : line.substr(begin, end - begin + 1)) {
      if (paragraph.empty() || c != ' ' || paragraph.back() != ' ') paragraph += c == '\t' ? ' ' : c;
    }
    paragraph += ' ';
  }
  finish();
  return all;
}

}  // namespace

base::Result<content::Page> notices_page(const content::Site& site, const fs::path& folder) {
  const auto word = [&site](std::string_view code) { return content::word(site, content::WordGroup::notices, code); };
  content::Page page{
      .slug = "notices", .title = word("heading"), .description = word("description"), .listed = false, .sections = {}};
  content::Hero hero;
  hero.heading = word("heading");
  hero.text = {content::Span{.text = word("text"), .href = {}}};
  page.sections.push_back({.anchor = {}, .region = {}, .body = hero});
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const auto text = read_file(file);
    if (!text) return text.error();
    if (!base::valid(text.value())) return base::Error{file.string() + ": is no UTF-8; convert it in the set-up"};
    std::istringstream in(text.value());
    content::Text section;
    std::getline(in, section.heading);
    section.body = paragraphs(in);
    // The texts are the law's, as their authors wrote them.
    page.sections.push_back(
        {.anchor = {}, .region = {}, .body = section, .language = content::is_english(site.language) ? "" : "en"});
  }
  return page;
}

}  // namespace lacit::generate
