// What must hold within each page as the visitors of this site's region see it.
#pragma once

#include "content/context.h"
#include "content/model.h"

namespace lacit::content {

/// One h1, at the top (WCAG 1.3.1, 2.4.6): a hero stands first and only there. And something to read.
void check_headings(const Content& content, Context& context);

/// Anchors must not be ids that the describers give to parts of sections.
void check_ids(const Content& content, Context& context);

}  // namespace lacit::content
