#include "pictures/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace lacit::pictures {
namespace {

constexpr std::size_t bar_width = 20;
constexpr auto said_every = std::chrono::seconds(3);
constexpr auto drawn_every = std::chrono::milliseconds(100);

std::size_t terminal_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// A file's name must not steer the terminal.
std::string harmless(std::string_view name) {
  std::string text(name);
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }, '?');
  return text;
}

}  // namespace

std::string in_words(std::chrono::seconds left) {
  if (left < std::chrono::minutes(1)) return "less than a minute";
  return std::to_string((left.count() + 59) / 60) + " min";
}

std::string progress_line(std::size_t done, std::size_t total, std::string_view name, std::chrono::seconds left,
                          std::size_t columns) {
  const std::size_t filled = total == 0 ? bar_width : done * bar_width / total;
  std::string line = "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
                     std::to_string(done) + " of " + std::to_string(total);
  const std::string end = done == total ? "" : ", " + in_words(left) + " left";
  const std::size_t room = columns > line.size() + end.size() + 2 ? columns - line.size() - end.size() - 2 : 0;
  line += end;
  if (room > 0) line += "  " + harmless(name.substr(0, room));
  return line.substr(0, columns);
}

Progress::Progress(std::string doing, std::size_t total)
    : doing_(std::move(doing)), total_(total), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_ && done_ > 0) std::fputs("\r\033[K", stderr);
}

void Progress::step(std::string_view name) {
  ++done_;
  const auto now = Clock::now();
  if (done_ < total_ && now - said_ < (terminal_ ? Clock::duration(drawn_every) : Clock::duration(said_every))) return;
  if (!terminal_ && now - begin_ < said_every) return;
  said_ = now;
  const auto left = std::chrono::duration_cast<std::chrono::seconds>((now - begin_) / done_ * (total_ - done_));
  if (terminal_) {
    const std::string line = doing_ + " ";
    std::fprintf(
        stderr, "\r\033[K%s%s", line.c_str(),
        progress_line(done_, total_, name, left, terminal_columns() - std::min(line.size(), std::size_t{40})).c_str());
  } else {
    std::fprintf(stderr, "%s: %zu of %zu, %s left\n", doing_.c_str(), done_, total_, in_words(left).c_str());
  }
  std::fflush(stderr);
}

}  // namespace lacit::pictures
