#include "base/log.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace lacit::base {

std::string log_line(std::string_view words, std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> stamp{};
  std::string line(stamp.data(), std::strftime(stamp.data(), stamp.size(), "%Y-%m-%dT%H:%M:%SZ lacit: ", &parts));
  for (const char c : words) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  return line;
}

void log(std::string_view words) {
  const std::string line = log_line(words, std::time(nullptr)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace lacit::base
