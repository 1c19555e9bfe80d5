// Every word that a visitor may read or hear and `site.json` may leave out: what it says in English. None names an
// organisation or a number. A site in English may replace any; a site in another language gives them all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace lacit::content {

/// An object of `site.json`, named as it is there.
enum class WordGroup : std::uint8_t { words, form_words, captcha, dates, notices, refusals };

/// Who says it: a page without script gets its sentences from the server; what stands in the page is said once.
enum class Speaker : std::uint8_t { both, browser, server, page };

struct DefaultWord {
  std::string_view code;
  std::string_view english;  ///< With `{…}` where something is filled in.
  Speaker speaker = Speaker::both;
  std::string_view may{};  ///< Places that a site's own words may leave out, or have where the English does not.
};

/// Of one group, all there are. Codes of field faults and of the API's problems are among `form_words`.
[[nodiscard]] std::span<const DefaultWord> default_words(WordGroup group);

/// The group's key in `site.json`.
[[nodiscard]] std::string_view key_of(WordGroup group);

/// The English of a code; empty where there is none.
[[nodiscard]] std::string_view english(WordGroup group, std::string_view code);

/// January to December.
[[nodiscard]] const std::array<std::string_view, 12>& english_months();

/// Whether a site's language is one that the words above are in (BCP 47: `en`, `en-GB`).
[[nodiscard]] bool is_english(std::string_view language);

}  // namespace lacit::content
