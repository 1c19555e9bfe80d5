// How far a long piece of work is: a line that moves on a terminal, a line now and then elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace lacit::pictures {

/// `[#####...............] 3 of 12  porch.jpg, 2 min left`, at most `columns` characters: the name gives way.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t total, std::string_view name,
                                        std::chrono::seconds left, std::size_t columns);

/// `less than a minute`, `12 min`.
[[nodiscard]] std::string in_words(std::chrono::seconds left);

/// On standard error; silent where there is nothing to do.
class Progress {
 public:
  /// `doing`: `developing pictures`
  Progress(std::string doing, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more is done, the one of that name.
  void step(std::string_view name);

 private:
  using Clock = std::chrono::steady_clock;

  std::string doing_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool terminal_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point said_ = begin_;
};

}  // namespace lacit::pictures
