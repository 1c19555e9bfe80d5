// Structured data for search engines (schema.org as JSON-LD): only what the page itself says.
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"

namespace lacit::html {

/// `<script type="application/ld+json">` elements of a page; a data block, which a strict CSP lets stand.
[[nodiscard]] std::string json_ld(const content::Site& site, const content::Page& page, std::string_view path);

}  // namespace lacit::html
