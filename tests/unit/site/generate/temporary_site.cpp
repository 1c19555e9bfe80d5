#include "unit/site/generate/temporary_site.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "unit/site/content/fixtures.h"

namespace lacit::tests {

namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TemporarySite::TemporarySite(const content::Content& content)
    : folder_(fs::temp_directory_path() / ("lacit-unit-" + std::to_string(::getpid()))) {
  fs::remove_all(folder_);
  fs::create_directories(folder_ / "content");
  fs::copy(fixtures() / "good" / "media", folder_ / "content" / "media");
  for (const char* size : {"32", "180", "192", "512", "512-maskable"}) {
    write(folder_ / "icons" / ("icon-" + std::string(size) + ".png"), size);
  }
  generate::Options options;
  options.content = folder_ / "content";
  options.out = folder_ / "out";
  options.icons = folder_ / "icons";
  options.cache = folder_ / "cache";
  const auto made = generate::generate(content, options);
  REQUIRE_MESSAGE(made, made.message());
  summary_ = made.value();
}

TemporarySite::~TemporarySite() {
  std::error_code ignored;  // A folder left behind in /tmp fails no test.
  fs::remove_all(folder_, ignored);
}

std::string TemporarySite::read(const std::string& path) const { return read_bytes(folder_ / "out" / path); }

bool TemporarySite::has(const std::string& path) const { return fs::exists(folder_ / "out" / path); }

}  // namespace lacit::tests
