#include "intake/words.h"

namespace lacit::intake {

std::string sentence(const forms::ReplyWords& words, std::string_view code) {
  for (const std::string_view each : {code, std::string_view("failed")}) {
    if (const auto found = words.find(each); found != words.end()) return found->second;
  }
  return std::string(code);
}

}  // namespace lacit::intake
