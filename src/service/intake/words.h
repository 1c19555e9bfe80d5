// Sentences that the server says to people, all of them the site's own.
#pragma once

#include <string>
#include <string_view>

#include "forms_file/forms_file.h"

namespace lacit::intake {

/// By the code of a problem or of a field's fault, or by one of the pages' own names. Where the site was built without
/// that code, the sentence that it did not work; the code itself where there is none of any kind.
[[nodiscard]] std::string sentence(const forms::ReplyWords& words, std::string_view code);

}  // namespace lacit::intake
