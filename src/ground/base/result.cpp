#include "base/result.h"

namespace lacit::base {

std::string Error::message() const {
  const std::string place = line > 0 ? std::to_string(line) + ':' + std::to_string(column) + ": " : "";
  return place + what + (mend.empty() ? "" : "; " + mend);
}

}  // namespace lacit::base
