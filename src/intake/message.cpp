#include "intake/message.h"

#include <algorithm>
#include <array>

#include "intake/secrets.h"

namespace lacit::intake {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t reference_length = 9;
constexpr std::size_t hyphen_at = 4;

Problem problem_with(std::string detail) {
  return {.status = 422, .code = "invalid", .detail = std::move(detail), .fields = {}, .retry_after = 0};
}

bool is_captcha(std::string_view name) {
  return name == "captcha" || name == field_of(captcha::Provider::recaptcha) ||
         name == field_of(captcha::Provider::hcaptcha) || name == field_of(captcha::Provider::turnstile);
}

std::string* own_field(std::string_view name, captcha::Provider provider, Message& message, std::string& ignored) {
  if (name == "altcha") return &message.altcha;
  if (name == "token") return &message.token;
  if (name == "website") return &message.trap;
  if (provider != captcha::Provider::none && name == field_of(provider)) return &message.captcha;
  return is_captcha(name) || name == "page" ? &ignored : nullptr;
}

bool is_known(const Form& form, std::string_view name) {
  return std::any_of(form.rules.begin(), form.rules.end(),
                     [name](const forms::Rule& rule) { return rule.name == name; }) ||
         name == "attachments";
}

/// Empty: nothing sent under this name.
std::string_view value_of(const form_data::Pairs& sent, std::string_view name) {
  const auto found = std::find_if(sent.begin(), sent.end(), [name](const auto& pair) { return pair.first == name; });
  return found == sent.end() ? std::string_view() : std::string_view(found->second);
}

/// A name that nobody gave, or one twice: not from a page of ours.
std::optional<Problem> sort_own(const Form& form, captcha::Provider provider, const form_data::Pairs& sent,
                                Message& message) {
  std::string ignored;
  for (auto pair = sent.begin(); pair != sent.end(); ++pair) {
    const std::string& name = pair->first;
    const bool repeated = std::any_of(sent.begin(), pair, [&](const auto& other) { return other.first == name; });
    if (repeated) return problem_with("A field was sent twice.");
    std::string* own = own_field(name, provider, message, ignored);
    if (own == nullptr && !is_known(form, name)) return problem_with("A field was sent that the form does not have.");
    if (own != nullptr) *own = pair->second;
  }
  return {};
}

}  // namespace

std::optional<Problem> read_message(const Form& form, captcha::Provider provider, const form_data::Pairs& sent,
                                    Message& message) {
  if (auto problem = sort_own(form, provider, sent, message)) return problem;
  Problem problem = problem_with("Some fields cannot be used.");
  for (const forms::Rule& rule : form.rules) {
    std::string value = forms::clean(rule.type, value_of(sent, rule.name));
    const forms::Fault fault = forms::check(rule, value);
    if (fault != forms::Fault::none) problem.fields.push_back({rule.name, std::string(forms::code(fault))});
    if (fault == forms::Fault::none && !value.empty()) message.fields.emplace_back(rule.name, std::move(value));
  }
  if (problem.fields.empty()) return {};
  return problem;
}

std::string hash_of(const Form& form, const Message& message, const std::vector<ReceivedFile>& files) {
  Digest digest;
  digest.add_framed(form.id);
  for (const auto& [name, value] : message.fields) {
    digest.add_framed(name);
    digest.add_framed(value);
  }
  for (const ReceivedFile& file : files) {
    digest.add_framed(file.name);
    const bool read = file.file->is([&digest](std::string_view bytes) {
      digest.add_framed(bytes);
      return true;
    });
    if (!read) digest.add_framed("?");
  }
  return digest.finish();
}

std::string new_reference() {
  const std::string bytes = from_hex(random_hex(reference_length - 1)).value_or("");
  std::string reference;
  for (const char byte : bytes) {
    if (reference.size() == hyphen_at) reference += '-';
    reference += alphabet[static_cast<unsigned char>(byte) % alphabet.size()];
  }
  return reference;
}

bool is_reference(std::string_view text) {
  if (text.size() != reference_length || text[hyphen_at] != '-') return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; }) ==
         static_cast<std::ptrdiff_t>(reference_length) - 1;
}

}  // namespace lacit::intake
