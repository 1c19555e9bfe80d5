// A site's words: its own, or the neutral English ones.
#pragma once

#include <string>
#include <string_view>

#include "content/default_words.h"
#include "content/model.h"

namespace lacit::content {

/// The word of that code, with what the site itself says filled in: `{crisis}` is its crisis bar. Other places stay.
[[nodiscard]] std::string word(const Site& site, WordGroup group, std::string_view code);

/// Whether the site is in another language than English: an English word would stand alone among its own.
[[nodiscard]] bool must_give_all_words(const Site& site);

/// The words that a site gave of a group.
[[nodiscard]] const OwnWords& own_words(const Site& site, WordGroup group);

/// Of a month from 1 to 12.
[[nodiscard]] std::string month_name(const Site& site, int month);

/// What the check's provider wants said; empty where there is nothing to say.
[[nodiscard]] RichText captcha_notice(const Site& site);

}  // namespace lacit::content
