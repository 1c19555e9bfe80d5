// The good fixture site, generated into a folder of its own that goes away with the object.
#pragma once

#include <filesystem>
#include <string>

#include "content/model.h"
#include "generate/site.h"

namespace lacit::tests {

class TemporarySite {
 public:
  explicit TemporarySite(const content::Content& content);
  ~TemporarySite();
  TemporarySite(const TemporarySite&) = delete;
  TemporarySite& operator=(const TemporarySite&) = delete;

  /// A generated file's bytes; empty where there is none.
  [[nodiscard]] std::string read(const std::string& path) const;
  [[nodiscard]] bool has(const std::string& path) const;
  [[nodiscard]] const generate::Summary& summary() const { return summary_; }

 private:
  std::filesystem::path folder_;
  generate::Summary summary_;
};

}  // namespace lacit::tests
