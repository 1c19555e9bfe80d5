// What each provider calls things; from their manuals.
#include "captcha/captcha.h"

namespace lacit::captcha {

std::string_view name_of(Provider provider) { return provider_names[static_cast<std::size_t>(provider)]; }

std::optional<Provider> provider_named(std::string_view name) {
  for (const Provider provider : {Provider::none, Provider::recaptcha, Provider::hcaptcha, Provider::turnstile}) {
    if (name_of(provider) == name) return provider;
  }
  return {};
}

std::string_view field_of(Provider provider) {
  switch (provider) {
    case Provider::recaptcha: return "g-recaptcha-response";
    case Provider::hcaptcha: return "h-captcha-response";
    case Provider::turnstile: return "cf-turnstile-response";
    case Provider::none: break;
  }
  return {};
}

std::string_view verify_url_of(Provider provider) {
  switch (provider) {
    case Provider::recaptcha: return "https://www.google.com/recaptcha/api/siteverify";
    case Provider::hcaptcha: return "https://api.hcaptcha.com/siteverify";
    case Provider::turnstile: return "https://challenges.cloudflare.com/turnstile/v0/siteverify";
    case Provider::none: break;
  }
  return {};
}

Sources sources_of(Provider provider) {
  switch (provider) {
    case Provider::recaptcha:
      return {.script = "https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
              .frame = "https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/",
              .style = {},
              .connect = "https://www.google.com/recaptcha/"};
    case Provider::hcaptcha:
      return {.script = "https://hcaptcha.com https://*.hcaptcha.com",
              .frame = "https://hcaptcha.com https://*.hcaptcha.com",
              .style = "https://hcaptcha.com https://*.hcaptcha.com",
              .connect = "https://hcaptcha.com https://*.hcaptcha.com"};
    case Provider::turnstile:
      return {.script = "https://challenges.cloudflare.com",
              .frame = "https://challenges.cloudflare.com",
              .style = {},
              .connect = {}};
    case Provider::none: break;
  }
  return {};
}

}  // namespace lacit::captcha
