// The pages that a visitor without script is answered with: the form again, or thanks. They are the site's own tree,
// filled in and printed by the same printer, so that everything a visitor wrote is escaped in the one place that
// escapes.
#pragma once

#include <string>

#include "form_data/urlencoded.h"
#include "intake/exchange.h"
#include "intake/forms_file.h"

namespace lacit::intake {

/// The form as it was sent, with a heading and a sentence that say what is the matter, faults at their fields, and the
/// token that the next sending confirms.
[[nodiscard]] std::string form_again_page(const FormsFile& file, const Form& form, const form_data::Pairs& values,
                                          const Problem& problem, const std::string& token);

[[nodiscard]] std::string thanks_page(const FormsFile& file, const Form& form, const std::string& reference);

}  // namespace lacit::intake
