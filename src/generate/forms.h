// What the server is told about the site's forms.
#pragma once

#include "content/model.h"
#include "html/document.h"
#include "intake/forms_file.h"

namespace lacit::generate {

/// The pages that answer a form which was sent without script: the site's frame, a heading with a sentence, the form.
/// Without script they need none, and none is named in them.
[[nodiscard]] intake::FormsFile forms_file(const content::Site& site, const std::vector<content::Page>& pages,
                                           const html::Assets& assets, const html::Resolver& resolve);

}  // namespace lacit::generate
