// Reading the words of a site: that their places are kept, and that none is missing in the site's language.
#pragma once

#include <span>
#include <string_view>

#include "content/default_words.h"
#include "content/reader.h"

namespace lacit::content {

/// A text with places for numbers that the program fills in: each must be there, and no other.
void read_counting(Reader& reader, std::string_view key, std::string& out, std::span<const std::string_view> places);

/// Those of a group that `site.json` gives.
template <WordGroup group>
void read_own_words(Reader& reader, OwnWords& words);

void read_dates(Reader& reader, Dates& dates);

/// Reports each word that a site in another language than English has not given.
void check_all_given(Reader& reader, const Site& site);

}  // namespace lacit::content
