#include "delivery/mail_header.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "delivery/encoding.h"
#include "forms/rules.h"

namespace lacit::delivery {
namespace {

constexpr std::size_t longest_line = 76;
// RFC 2047, 2: an encoded word is at most 75 characters; this many bytes leave room for its frame.
constexpr std::size_t encoded_piece = 42;
/// Of a parameter's value on one line: with its name, number and quotes no longer than a line.
constexpr std::size_t parameter_piece = 54;

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Tokens split(std::string_view text) {
  Tokens tokens;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) tokens.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return tokens;
}

Tokens encoded_words(std::string_view text) {
  Tokens tokens;
  while (!text.empty()) {
    std::size_t end = std::min(text.size(), encoded_piece);
    while (end < text.size() && is_continuation(text[end])) --end;  // Whole characters (RFC 2047, 5).
    tokens.push_back("=?UTF-8?B?" + base64(text.substr(0, end)) + "?=");
    text.remove_prefix(end);
  }
  return tokens;
}

/// RFC 5322, 3.2.3: what a name may have without quotes.
bool is_phrase(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view(" !#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
  });
}

/// A name to show: one quoted string (RFC 5322, 3.2.4), or words without any sign that separates or frames addresses.
/// Letters of other scripts and commas that cannot end an address are encoded or quoted for whoever wrote it.
bool is_name(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (!text.starts_with('"')) return text.find_first_of("<>,;:@\"\\") == std::string_view::npos;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1 == text.size();
    }
  }
  return false;
}

// HTML allows dots anywhere before the `@`, RFC 5322 only between atoms.
bool is_addr_spec(std::string_view address) {
  const std::string_view local = address.substr(0, address.find('@'));
  return forms::is_email(address) && !local.starts_with('.') && !local.ends_with('.') &&
         local.find("..") == std::string_view::npos;
}

/// What a name says, without the quotes and backslashes that RFC 5322, 3.2.4, has for it.
std::string unquoted(std::string_view name) {
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return base::one_line(name);
  std::string said;
  for (std::size_t at = 1; at + 1 < name.size(); ++at) {
    if (name[at] == '\\' && at + 2 < name.size()) ++at;
    said += name[at];
  }
  return base::one_line(said);
}

Tokens name_tokens(std::string_view name) {
  const std::string said = unquoted(name);
  if (is_phrase(said)) return words(said);
  std::string quoted = "\"";
  for (const char c : said) quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
  quoted += '"';
  // Many readers look for encoded words between quotes, too, where RFC 2047, 5, forbids them; and quotes that were
  // encoded would be a part of the name.
  const bool fits = is_printable(said) && said.find("=?") == std::string::npos && quoted.size() < longest_line;
  return fits ? Tokens{quoted} : encoded_words(said);
}

}  // namespace

std::string folded(std::string_view name, const Tokens& tokens) {
  std::string field = std::string(name) + ":";
  std::size_t column = field.size();
  for (const std::string& token : tokens) {
    if (column + 1 + token.size() > longest_line) {
      field += "\r\n";
      column = 0;
    }
    field += ' ' + token;
    column += 1 + token.size();
  }
  return field;
}

Tokens words(std::string_view text) {
  const std::string line = base::one_line(text);
  Tokens plain = split(line);
  const bool fits =
      std::all_of(plain.begin(), plain.end(), [](const auto& word) { return word.size() < longest_line; });
  if (is_printable(line) && fits && line.find("=?") == std::string::npos) return plain;
  return encoded_words(line);
}

Tokens mailboxes(const std::vector<std::string>& all) {
  Tokens tokens;
  for (const std::string& mailbox : all) {
    if (!tokens.empty()) tokens.back() += ',';
    const std::size_t open = mailbox.rfind('<');
    if (open != std::string::npos) {
      const Tokens name = name_tokens(std::string_view(mailbox).substr(0, open));
      tokens.insert(tokens.end(), name.begin(), name.end());
    }
    const std::string address = envelope_address(mailbox);
    tokens.push_back(open == std::string::npos ? address : "<" + address + ">");
  }
  return tokens;
}

Tokens parameter(std::string_view name, std::string_view value) {
  // Many readers look for encoded words between quotes, too, where RFC 2047, 5, forbids them.
  const bool plain = is_printable(value) && value.find_first_of("\"\\") == std::string_view::npos &&
                     value.find("=?") == std::string_view::npos;
  if (plain && value.size() <= parameter_piece) return {std::string(name) + "=\"" + std::string(value) + "\""};
  Tokens values{"UTF-8''"};
  for (std::size_t at = 0; at < value.size();) {
    char32_t code_point = 0;
    const std::size_t used = base::decode(value, at, code_point);
    // Whole characters: some readers decode piece by piece.
    const std::string encoded = percent_encoded(value.substr(at, used));
    if (values.back().size() + encoded.size() > parameter_piece) values.emplace_back();
    values.back() += encoded;
    at += used;
  }
  if (values.size() == 1) return {std::string(name) + "*=" + values.front()};
  Tokens pieces;
  for (const std::string& piece : values) {
    if (!pieces.empty()) pieces.back() += ';';
    pieces.push_back(std::string(name) + "*" + std::to_string(pieces.size()) + "*=" + piece);
  }
  return pieces;
}

std::string mail_date(store::Seconds time) {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = time;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%s, %d %s %d %02d:%02d:%02d +0000",
                                 days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                                 months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour,
                                 parts.tm_min, parts.tm_sec);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string envelope_address(std::string_view mailbox) {
  const std::size_t open = mailbox.rfind('<');
  if (open == std::string_view::npos) return std::string(mailbox);
  return std::string(mailbox.substr(open + 1, mailbox.find('>', open) - open - 1));
}

bool is_mailbox(std::string_view text) {
  const std::size_t open = text.rfind('<');
  if (open == std::string_view::npos) return is_addr_spec(text);
  if (!text.ends_with('>')) return false;
  return is_name(text.substr(0, open)) && is_addr_spec(text.substr(open + 1, text.size() - open - 2));
}

std::vector<std::string> envelope_addresses(const std::vector<std::string>& mailboxes) {
  std::vector<std::string> addresses;
  for (const std::string& mailbox : mailboxes) {
    std::string address = envelope_address(mailbox);
    if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) {
      addresses.push_back(std::move(address));
    }
  }
  return addresses;
}

bool is_answerable(std::string_view address) { return is_addr_spec(address) && address.size() < longest_line; }

}  // namespace lacit::delivery
