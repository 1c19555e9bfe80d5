// What forms say to people, by code: the English words, of which `site.json` may replace any (`form_words`).
#pragma once

#include <span>
#include <string_view>

namespace lacit::forms {

/// Who says it: a page without script gets its sentences from the server.
enum class Speaker { both, browser, server };

struct Word {
  std::string_view code;
  std::string_view english;  ///< With `{…}` where something is filled in.
  Speaker speaker = Speaker::both;
};

/// All there are. Codes of field faults and of the API's problems are among them.
[[nodiscard]] std::span<const Word> words();

/// The English of a code; of an unknown one, that it did not work.
[[nodiscard]] std::string_view english(std::string_view code);

}  // namespace lacit::forms
