// One small recogniser a scheme; the advice depends on what the editor probably meant.
#include "content/href.h"

#include "base/ascii.h"
#include "content/problem.h"
#include "content/scan.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
/// RFC 3986's unreserved and reserved characters and %, without brackets: what stands after a host.
constexpr std::string_view url_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";
constexpr std::string_view query_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%._~+-";

bool host(Scan& scan) {
  constexpr std::string_view label = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  if (!scan.some(label) || !scan.literal(".") || !scan.joined(label, '.')) return false;
  return true;
}

bool port(Scan& scan) { return !scan.literal(":") || scan.some(digits); }

bool anchor(Scan& scan) {
  Scan first = scan;
  return first.one(small_letters) && scan.joined(small_letters_digits, '-');
}

bool is_local(std::string_view href) {
  Scan scan(href);
  if (scan.literal("/") && !scan.done() && !scan.rest().starts_with('#')) {
    if (!scan.joined(small_letters_digits, '-') || !scan.literal("/")) return false;
  }
  if (scan.literal("#") && !anchor(scan)) return false;
  return scan.done() && !href.empty();
}

/// Digits with a plus in front and visual separators between them.
bool phone_number(Scan& scan, std::string_view separators) {
  scan.literal("+");
  bool digit_last = false;
  while (true) {
    if (scan.some(digits)) {
      digit_last = true;
    } else if (digit_last && scan.some(separators)) {
      digit_last = false;
    } else {
      return digit_last;
    }
  }
}

bool is_phone(std::string_view href) {
  Scan scan(href);
  return scan.literal("tel:") && phone_number(scan, "-.()") && (!scan.literal(";ext=") || scan.some(digits)) &&
         scan.done();
}

bool is_message(std::string_view href) {
  Scan scan(href);
  if (!scan.literal("sms:") || !phone_number(scan, "-")) return false;
  if (scan.literal("?")) {
    scan.literal("&");
    if (!scan.literal("body=") || !scan.some(query_characters)) return false;
  }
  return scan.done();
}

bool is_mail(std::string_view href) {
  Scan scan(href);
  return scan.literal("mailto:") && scan.some(query_characters) && scan.literal("@") && host(scan) &&
         (!scan.literal("?subject=") || scan.some(query_characters)) && scan.done();
}

/// What stands before the first colon, if that can be a scheme.
std::string scheme(std::string_view href) {
  const std::size_t colon = href.find(':');
  if (colon == std::string_view::npos || href.find_first_of("/?#") < colon) return "";
  return base::lower(href.substr(0, colon));
}

base::Error advice_for_scheme(const std::string& name, std::string_view href) {
  if (name == "http") return {"http: is not encrypted", "write https:"};
  if (name == "https") {
    return {"«" + excerpt(href) + "» is no https address",
            "write it as the browser's address bar copies it, as in https://example.org/page"};
  }
  if (name == "tel") return {"no phone number after tel:", "write digits, as in tel:988 or tel:+1-504-555-0100"};
  if (name == "sms") return {"no text number after sms:", "write as in sms:988 or sms:741741?&body=HOME"};
  if (name == "mailto") return {"no mail address after mailto:", "write as in mailto:name@example.org"};
  return {"links with " + excerpt(name) + ": are not allowed",
          "use https:, tel:, sms:, mailto: or a page of this site"};
}

base::Error advice_for_path(std::string_view href) {
  const std::string text = excerpt(href);
  if (href.starts_with("//")) return {"a link without a scheme", "write https:" + text};
  if (href.starts_with("www.")) return {"a link without a scheme", "write https://" + text};
  if (href.starts_with('#')) {
    return {"«" + text + "» is no anchor", "write # and small letters, digits and hyphens, beginning with a letter"};
  }
  if (is_local(std::string(href) + '/')) return {"a link to a page ends with a slash", "write " + text + '/'};
  if (is_local('/' + std::string(href))) return {"a link to a page begins with a slash", "write /" + text};
  return {"«" + text + "» is no target", "write /page/, /page/#anchor, #anchor, https://…, tel:…, sms:… or mailto:…"};
}

}  // namespace

const std::string_view href_pattern =
    "^((/|/[a-z0-9]+(-[a-z0-9]+)*/)?(#[a-z][a-z0-9]*(-[a-z0-9]+)*)?"
    "|https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?"
    "|tel:\\+?[0-9]+([.()-]+[0-9]+)*(;ext=[0-9]+)?"
    "|sms:\\+?[0-9]+(-+[0-9]+)*(\\?&?body=[A-Za-z0-9%._~+-]+)?"
    "|mailto:[A-Za-z0-9%._~+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(\\?subject=[A-Za-z0-9%._~+-]+)?)$";
const std::string_view https_pattern =
    "^https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?$";
const std::string_view https_origin_pattern = "^https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?$";

bool is_https_origin(std::string_view address) {
  Scan scan(address);
  return scan.literal("https://") && host(scan) && port(scan) && scan.done();
}

bool is_https(std::string_view address) {
  Scan scan(address);
  if (!scan.literal("https://") || !host(scan) || !port(scan)) return false;
  if (scan.done()) return true;
  if (!scan.one("/?#")) return false;
  scan.some(url_characters);
  return scan.done();
}

std::optional<base::Error> href_advice(std::string_view href) {
  if (is_local(href) || is_https(href) || is_phone(href) || is_message(href) || is_mail(href)) return {};
  if (const std::string name = scheme(href); !name.empty()) return advice_for_scheme(name, href);
  return advice_for_path(href);
}

std::optional<LocalTarget> local_target(std::string_view href) {
  if (!is_local(href)) return {};
  const std::size_t hash = href.find('#');
  const std::string_view path = href.substr(0, hash);
  LocalTarget target;
  if (path == "/") target.slug = "home";
  if (path.size() > 2) target.slug = path.substr(1, path.size() - 2);
  if (hash != std::string_view::npos) target.anchor = href.substr(hash + 1);
  return target;
}

}  // namespace lacit::content
