// The pages that a visitor without script is answered with: the form again, or thanks. They are the site's own tree,
// filled in and printed by the same printer, so that everything a visitor wrote is escaped in the one place that
// escapes.
#pragma once

#include <string>

#include "form_data/urlencoded.h"
#include "forms_file/forms_file.h"
#include "intake/exchange.h"

namespace lacit::intake {

/// What is known of a form that was sent.
struct Sent {
  const form_data::Pairs* values = nullptr;  ///< Null: it was not read, and stands only in the page before.
  bool cut = false;                          ///< Some of it was not read, or not kept.
  bool files = false;                        ///< Some came with it. No page can choose them again (HTML, 4.10.5.1.17).
};

/// The form as it was sent, with a heading and a sentence that say what is the matter, faults at their fields, and the
/// token that the next sending confirms. One that was not read is not shown empty: its visitor is sent back to it.
[[nodiscard]] std::string form_again_page(const forms::FormsFile& file, const forms::Form& form, const Sent& sent,
                                          const ProblemDetails& problem, const std::string& token);

[[nodiscard]] std::string thanks_page(const forms::FormsFile& file, const forms::Form& form,
                                      const std::string& reference);

}  // namespace lacit::intake
