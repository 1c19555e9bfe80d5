// The HTML document around every page: shell.html, which can be read as HTML, with named slots that the generator
// fills.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/problem.h"

namespace lacit::html {

/// What stands in the slots `{{language}}`, `{{direction}}`, `{{data}}`, `{{head}}`. All are markup: escaped already.
struct ShellSlots {
  std::string language;
  std::string direction;  ///< `ltr` or `rtl` (HTML 3.2.6.4).
  std::string data;       ///< Attributes of the root: what the page's scripts load.
  std::string head;
};

/// What stands before and after `{{body}}`, whose place is the page's `<body>`.
struct Around {
  std::string before, after;
};

class Shell {
 public:
  /// Adds a problem for each slot that is unknown, missing, or there twice; then the shell is the built-in one.
  [[nodiscard]] static Shell read(std::string_view text, const std::string& file,
                                  std::vector<content::Problem>& problems);

  /// shell.html as it was when the program was built.
  [[nodiscard]] static const Shell& built_in();

  [[nodiscard]] Around fill(const ShellSlots& slots) const;

 private:
  Shell(std::string_view text, const std::string& file, std::vector<content::Problem>& problems);

  struct Piece {
    std::string text;  ///< Before the slot.
    std::string slot;  ///< Empty: the end.
  };
  std::vector<Piece> pieces_;
};

/// `rtl` where the language is written from right to left (by its first subtag, RFC 5646), else `ltr`.
[[nodiscard]] std::string_view direction_of(std::string_view language);

}  // namespace lacit::html
