#include "drawings/xml_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/media_svg.h"
#include "content/scan.h"
#include "content/text_rules.h"
#include "drawings/fault.h"
#include "drawings/limits.h"
#include "drawings/namespaces.h"
#include "drawings/xml_characters.h"
#include "drawings/xml_cursor.h"

namespace lacit::drawings {
namespace {

using content::quoted;

/// Walks over the bytes once; each function takes one production.
class Check : private Cursor {
 public:
  explicit Check(std::string_view bytes) : Cursor(bytes) {}

  Entities run() {
    check_characters();
    if (next("\xEF\xBB\xBF")) at_ += 3;
    if (next("<?xml") && at_ + 5 < bytes_.size() && xml_spaces.find(bytes_[at_ + 5]) != std::string_view::npos)
      declaration();
    while (at_ < bytes_.size()) step();
    if (!open_.empty()) fail("<" + std::string(open_.back()) + "> is never closed", "export the file anew");
    if (!root_seen_) fail("there is no drawing in the file", "export it anew");
    return entities_;
  }

 private:
  void check_characters() {
    if (std::size_t bad = 0; !base::valid(bytes_, &bad)) {
      throw Fault(bad, "a letter is not in UTF-8", "save the file as UTF-8");
    }
    char32_t c = 0;
    for (std::size_t at = 0, used = 0; (used = base::decode(bytes_, at, c)) != 0; at += used) {
      if (!is_character(c)) throw Fault(at, "there is a control character, which XML does not allow", "delete it");
    }
  }

  void step() {
    if (!next("<")) return text();
    if (next("<!--")) return comment();
    if (next("<![CDATA[")) return cdata();
    if (next("<?")) return instruction();
    if (next("<!")) return declaration_of_type();
    if (next("</")) return end_tag();
    start_tag();
  }

  void text() {
    const std::size_t end = std::min(bytes_.find('<', at_), bytes_.size());
    const std::string_view inside = bytes_.substr(at_, end - at_);
    const bool outside = open_.empty();
    if (outside && inside.find_first_not_of(xml_spaces) != std::string_view::npos) {
      at_ += inside.find_first_not_of(xml_spaces);
      fail("there is text outside of the drawing", "delete it, or export the file anew");
    }
    if (inside.find("]]>") != std::string_view::npos) fail("there is a ]]> in the text", "delete it");
    references(inside, false);
    at_ = end;
  }

  void cdata() {
    if (open_.empty()) fail("there is text outside of the drawing", "delete it, or export the file anew");
    up_to("]]>", "a CDATA section");
  }

  void instruction() {
    at_ += 2;
    const std::string target = base::lower(name());
    if (target == "xml") fail("an XML declaration stands elsewhere than at the very beginning", "delete it");
    if (target == "xml-stylesheet") {
      fail("xml-stylesheet takes the drawing's look from elsewhere",
           "export it with styles as presentation attributes");
    }
    up_to("?>", "a processing instruction");
  }

  void declaration() {
    at_ += 5;
    const std::string_view inside = up_to("?>", "the XML declaration");
    const std::string version = pseudo_attribute(inside, "version");
    const std::string encoding = base::lower(pseudo_attribute(inside, "encoding"));
    if (version != "1.0") fail("the XML declaration names no version that browsers read", "write version=\"1.0\"");
    const bool ascii = std::ranges::all_of(bytes_, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    constexpr std::array of_ascii{"us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252"};
    const bool same = ascii && std::ranges::find(of_ascii, encoding) != of_ascii.end();
    if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8" && !same) {
      at_ = 0;
      fail("the file says that it is in " + quoted(encoding), "save it as UTF-8");
    }
  }

  static std::string pseudo_attribute(std::string_view inside, std::string_view name) {
    const std::size_t at = inside.find(name);
    if (at == std::string_view::npos) return {};
    const std::size_t quote = inside.find_first_of("\"'", at);
    if (quote == std::string_view::npos) return {};
    const std::string_view value = inside.substr(quote + 1);
    return std::string(value.substr(0, value.find(inside[quote])));
  }

  void declaration_of_type() {
    if (!next("<!DOCTYPE") || root_seen_ || doctype_seen_) {
      fail("there is a <! that begins neither comment nor CDATA", "delete it, or export the file anew");
    }
    doctype_seen_ = true;
    doctype(entities_);
  }

  void end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view closed = qualified_name();
    skip_spaces();
    if (open_.empty() || open_.back() != closed || !next(">")) {
      at_ = begin;
      fail("</" + std::string(closed) + "> closes what is not open", "export the file anew");
    }
    ++at_;
    open_.pop_back();
  }

  void start_tag() {
    const std::size_t begin = at_;
    if (root_seen_ && open_.empty()) fail("there is a second drawing after the first", "delete it");
    if (++elements_ > most_elements) fail("the drawing has more than 100,000 parts", "simplify it");
    if (open_.size() >= deepest) fail("more than 200 parts lie in one another", "ungroup them");
    root_seen_ = true;
    ++at_;
    open_.push_back(qualified_name());
    std::set<std::string_view> names;
    while (attribute(names)) {
    }
    const bool empty = next("/>");
    if (!empty && !next(">")) {
      at_ = begin;
      fail("<" + std::string(open_.back()) + " does not end as a tag does", "export the file anew");
    }
    if (empty) open_.pop_back();
    at_ += empty ? 2 : 1;
  }

  bool attribute(std::set<std::string_view>& names) {
    const bool apart = skip_spaces();
    if (at_ >= bytes_.size() || next(">") || next("/")) return false;
    if (!apart) fail("there is no space before an attribute", "export the file anew");
    const std::size_t begin = at_;
    const std::string_view key = qualified_name();
    if (!names.insert(key).second) {
      at_ = begin;
      fail("the attribute " + quoted(key) + " stands twice in one tag", "delete one");
    }
    skip_spaces();
    if (!next("=")) fail("the attribute " + quoted(key) + " has no value", "export the file anew");
    ++at_;
    skip_spaces();
    const std::string_view value = quoted_value();
    const std::size_t end = at_;
    at_ = begin;
    if (value.find('<') != std::string_view::npos) fail("there is a < within " + quoted(key), "write &lt;");
    references(value, is_declaration(key) || key == "requiredExtensions");
    at_ = end;
    return true;
  }

  void references(std::string_view inside, bool may_be_entity) const {
    for (std::size_t at = inside.find('&'); at != std::string_view::npos; at = inside.find('&', at + 1)) {
      const std::size_t end = inside.find(';', at);
      const std::string_view reference = end == std::string_view::npos ? "" : inside.substr(at + 1, end - at - 1);
      if (reference.starts_with('#') ? !is_number(reference.substr(1)) : !is_known(reference, may_be_entity)) {
        refuse_reference(reference, inside.substr(at, 20));
      }
    }
  }

  [[noreturn]] void refuse_reference(std::string_view reference, std::string_view around) const {
    if (const auto entity = entities_.find(reference); entity != entities_.end()) {
      fail("the entity " + quoted(reference) + " is used here, and entities are taken for namespaces alone",
           "write what it stands for, " + quoted(entity->second));
    }
    if (reference.starts_with('#')) {
      fail(
          "there is " + quoted("&" + std::string(reference)) + ", which stands for a character that XML does not allow",
          "delete it");
    }
    if (!reference.empty() && reference.find_first_not_of(content::letters_digits) == std::string_view::npos) {
      fail("there is " + quoted("&" + std::string(reference)) + ", which XML does not know",
           "write the character itself, or, where an & was meant, write &amp; for it");
    }
    fail("there is a & that begins nothing known (" + quoted(around) + ")", "write &amp; for it");
  }

  [[nodiscard]] bool is_known(std::string_view name, bool may_be_entity) const {
    constexpr std::array of_xml{"amp", "lt", "gt", "quot", "apos"};
    return std::ranges::find(of_xml, name) != of_xml.end() || (may_be_entity && entities_.contains(name));
  }

  static bool is_number(std::string_view text) {
    const bool hexadecimal = text.starts_with('x');
    if (hexadecimal) text.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hexadecimal ? 16 : 10);
    return error == std::errc() && end == text.data() + text.size() && is_character(value);
  }

  std::size_t elements_ = 0;
  std::vector<std::string_view> open_;
  Entities entities_;
  bool root_seen_ = false;
  bool doctype_seen_ = false;
};

}  // namespace

Entities check_xml(std::string_view bytes) { return Check(bytes).run(); }

}  // namespace lacit::drawings
