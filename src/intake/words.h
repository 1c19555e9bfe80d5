// Sentences that the server says to people: the site's own, or plain English where it has none.
#pragma once

#include <string>
#include <string_view>

#include "intake/forms_file.h"

namespace lacit::intake {

/// By the code of a problem or of a field's fault, or by one of the pages' own names.
[[nodiscard]] std::string sentence(const Words& words, std::string_view code);

}  // namespace lacit::intake
