// A place in XML that moves on, one production at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "drawings/fault.h"
#include "drawings/xml_check.h"

namespace lacit::drawings {

/// Production 3, S.
inline constexpr std::string_view xml_spaces = " \t\r\n";

/// Each function takes what it is called after, or throws Fault.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool next(std::string_view text) const { return bytes_.substr(at_).starts_with(text); }
  bool skip_spaces();
  /// What lies before `end`, which is taken too; `what` does not end otherwise.
  std::string_view up_to(std::string_view end, const char* what);
  std::string_view name();
  /// Namespaces in XML 1.0, production 7: one colon at most, between two names.
  std::string_view qualified_name();
  std::string_view quoted_value();
  void comment();
  /// Productions 28 to 29. Of the internal subset only flat entities are taken.
  void doctype(Entities& entities);

 protected:
  [[noreturn]] void fail(std::string what, std::string mend) const {
    throw Fault(at_, std::move(what), std::move(mend));
  }

  std::string_view bytes_;
  std::size_t at_ = 0;

 private:
  void subset(Entities& entities);
  void entity(Entities& entities);
};

}  // namespace lacit::drawings
