#include "base/places.h"
#include "content/site_words.h"
#include "describe/form_parts.h"
#include "forms/limits.h"

namespace lacit::describe {
namespace {

using content::Speaker;

constexpr std::uint64_t megabyte = 1024ULL * 1024;

/// As it calls itself.
std::string_view provider_title(const content::Captcha& captcha) {
  if (captcha.provider == "recaptcha") return "Google reCAPTCHA";
  return captcha.provider == "hcaptcha" ? "hCaptcha" : "Cloudflare Turnstile";
}

}  // namespace

std::string form_word(const content::Site& site, std::string_view code) {
  const std::string text = base::filled(
      content::word(site, content::WordGroup::form_words, code),
      {{"files", std::to_string(forms::most_files)}, {"size", std::to_string(forms::most_file_bytes / megabyte)}});
  return site.captcha ? base::filled(text, {{"provider", provider_title(*site.captcha)}}) : text;
}

std::map<std::string, std::string, std::less<>> form_words(const content::Site& site, Speaker speaker) {
  std::map<std::string, std::string, std::less<>> all;
  for (const content::DefaultWord& word : content::default_words(content::WordGroup::form_words)) {
    if (word.speaker != Speaker::both && word.speaker != speaker) continue;
    if (word.code.starts_with("captcha_") && !site.captcha) continue;  // Nobody is asked.
    all.emplace(word.code, form_word(site, word.code));
  }
  return all;
}

std::string form_words(const content::Site& site) {
  std::string all;
  for (const auto& [code, word] : form_words(site, Speaker::browser)) {
    if (!all.empty()) all += '\n';
    ((all += code) += '=') += word;
  }
  return all;
}

NodeId add_told(Tree& tree, NodeId parent, Kind kind, Style style) {
  const NodeId id = tree.add(parent, kind, style);
  tree.set(id, Attribute::data_behaviour, "told");
  return id;
}

}  // namespace lacit::describe
