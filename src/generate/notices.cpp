#include "generate/notices.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.h"
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

base::Result<content::Page> notices_page(const fs::path& folder) {
  content::Page page{.slug = "notices",
                     .title = "Notices",
                     .description = "The fonts and libraries that this site is made with, and their licences.",
                     .listed = false,
                     .sections = {}};
  content::Hero hero;
  hero.heading = "Notices";
  hero.text = {content::Span{
      .text = "This site is made with the work of others. Their licences ask that these texts go with it.",
      .href = {}}};
  page.sections.push_back({.anchor = {}, .region = {}, .body = hero});
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const auto text = read_file(file);
    if (!text) return base::Error{text.message()};
    if (!base::valid(text.value())) return base::Error{file.string() + ": is no UTF-8; convert it in the set-up"};
    std::istringstream in(text.value());
    content::Text section;
    std::getline(in, section.heading);
    section.body = paragraphs(in);
    page.sections.push_back({.anchor = {}, .region = {}, .body = section});
  }
  return page;
}

}  // namespace lacit::generate
