// What the server is told about the site's forms.
#pragma once

#include "content/model.h"
#include "forms_file/forms_file.h"
#include "html/document.h"

namespace lacit::generate {

/// The pages that answer a form which was sent without script: the site's frame, a heading with a sentence, the form.
/// Without script they need none, and none is named in them.
[[nodiscard]] forms::FormsFile forms_file(const content::Site& site, const std::vector<content::Page>& pages,
                                          const html::Assets& assets, const html::Shell& shell,
                                          const markup::Resolver& resolve);

/// What the server says where it has no page to show, by code.
[[nodiscard]] forms::ReplyWords refusals(const content::Site& site);

}  // namespace lacit::generate
