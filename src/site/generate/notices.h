// The page of other people's licences, made from the texts that set-up collected.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "content/model.h"

namespace lacit::generate {

/// A page with one section a file of `folder`: NAME.txt, whose first line names component and version.
[[nodiscard]] base::Result<content::Page> notices_page(const content::Site& site, const std::filesystem::path& folder);

}  // namespace lacit::generate
