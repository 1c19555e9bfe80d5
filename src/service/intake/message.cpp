#include "intake/message.h"

#include <algorithm>

#include "forms/own_fields.h"
#include "intake/address.h"
#include "secrets/secrets.h"

namespace lacit::intake {
namespace {

ProblemDetails unusable() { return {.status = 422, .code = "invalid"}; }

bool is_captcha(std::string_view name) {
  return name == forms::own_field::captcha || name == field_of(captcha::Provider::recaptcha) ||
         name == field_of(captcha::Provider::hcaptcha) || name == field_of(captcha::Provider::turnstile);
}

std::string* own_field(std::string_view name, captcha::Provider provider, Message& message, std::string& ignored) {
  if (name == forms::own_field::proof) return &message.altcha;
  if (name == forms::own_field::token) return &message.token;
  if (name == forms::own_field::trap) return &message.trap;
  if (provider != captcha::Provider::none && name == field_of(provider)) return &message.captcha;
  return is_captcha(name) || name == forms::own_field::page ? &ignored : nullptr;
}

bool is_known(const forms::Form& form, std::string_view name) {
  return std::any_of(form.rules.begin(), form.rules.end(),
                     [name](const forms::FieldRule& rule) { return rule.name == name; }) ||
         name == forms::own_field::attachments;
}

/// Empty: nothing sent under this name.
std::string_view value_of(const form_data::Pairs& sent, std::string_view name) {
  const auto found = std::find_if(sent.begin(), sent.end(), [name](const auto& pair) { return pair.first == name; });
  return found == sent.end() ? std::string_view() : std::string_view(found->second);
}

/// A name that nobody gave, or one twice: not from a page of ours.
std::optional<ProblemDetails> sort_own(const forms::Form& form, captcha::Provider provider,
                                       const form_data::Pairs& sent, Message& message) {
  std::string ignored;
  for (auto pair = sent.begin(); pair != sent.end(); ++pair) {
    const std::string& name = pair->first;
    const bool repeated = std::any_of(sent.begin(), pair, [&](const auto& other) { return other.first == name; });
    if (repeated) return unusable();
    std::string* own = own_field(name, provider, message, ignored);
    if (own == nullptr && !is_known(form, name)) return unusable();
    if (own != nullptr) *own = pair->second;
    message.scripted = message.scripted || own == &message.altcha || own == &message.captcha;
  }
  return {};
}

}  // namespace

std::optional<ProblemDetails> read_message(const forms::Form& form, captcha::Provider provider,
                                           const form_data::Pairs& sent, Message& message) {
  if (auto problem = sort_own(form, provider, sent, message)) return problem;
  ProblemDetails problem = unusable();
  for (const forms::FieldRule& rule : form.rules) {
    std::string value = forms::clean(rule.type, value_of(sent, rule.name));
    if (rule.type == forms::FieldType::email) value = ascii_address(value);
    const forms::Fault fault = forms::check(rule, value);
    if (fault != forms::Fault::none) problem.fields.push_back({rule.name, std::string(forms::code(fault))});
    if (fault == forms::Fault::none && !value.empty()) message.fields.emplace_back(rule.name, std::move(value));
  }
  if (problem.fields.empty()) return {};
  return problem;
}

std::string hash_of(const forms::Form& form, const Message& message, const std::vector<ReceivedFile>& files) {
  secrets::Digest digest;
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

}  // namespace lacit::intake
