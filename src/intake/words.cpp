#include "intake/words.h"

#include "forms/words.h"

namespace lacit::intake {

std::string sentence(const Words& words, std::string_view code) {
  const auto found = words.find(code);
  return found != words.end() ? found->second : std::string(forms::english(code));
}

}  // namespace lacit::intake
