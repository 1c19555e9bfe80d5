#include "forms/limits.h"
#include "forms/words.h"

#include "describe/form_parts.h"

namespace lacit::describe {
namespace {

constexpr std::uint64_t megabyte = 1024ULL * 1024;

void fill_in(std::string& text, std::string_view place, std::uint64_t number) {
  if (const auto at = text.find(place); at != std::string::npos) text.replace(at, place.size(), std::to_string(number));
}

void fill_in_all(std::string& text, std::string_view place, std::string_view words) {
  for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + words.size())) {
    text.replace(at, place.size(), words);
  }
}

/// As it calls itself.
std::string_view provider_title(const content::Captcha& captcha) {
  if (captcha.provider == "recaptcha") return "Google reCAPTCHA";
  return captcha.provider == "hcaptcha" ? "hCaptcha" : "Cloudflare Turnstile";
}

}  // namespace

std::string form_word(const content::Site& site, std::string_view code) {
  const auto own = site.form_words.find(code);
  std::string text = own != site.form_words.end() ? own->second : std::string(forms::english(code));
  fill_in(text, "{files}", forms::most_files);
  fill_in(text, "{size}", forms::most_file_bytes / megabyte);
  if (site.captcha) fill_in_all(text, "{provider}", provider_title(*site.captcha));
  return text;
}

std::string form_words(const content::Site& site) {
  std::string all;
  for (const forms::Word& word : forms::words()) {
    if (word.speaker == forms::Speaker::server) continue;
    if (word.code.starts_with("captcha_") && !site.captcha) continue;  // Nobody is asked.
    if (!all.empty()) all += '\n';
    ((all += word.code) += '=') += form_word(site, word.code);
  }
  return all;
}

NodeId add_told(Tree& tree, NodeId parent, Kind kind, Style style) {
  const NodeId id = tree.add(parent, kind, style);
  tree.set(id, Attribute::data_behaviour, "told");
  return id;
}

}  // namespace lacit::describe
