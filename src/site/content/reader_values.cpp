// The reader's part about values: texts, rich texts, links, choices, flags and numbers.
#include <algorithm>
#include <cmath>

#include "base/suggest.h"
#include "base/utf8.h"
#include "content/letters.h"
#include "content/reader.h"
#include "content/rich_text.h"
#include "content/text_rules.h"

namespace lacit::content {

void Reader::describe_text(Shape& shape, const TextRule& rule) {
  const bool required = rule.need == Need::required;
  shape.least = required ? rule.least : 0;
  shape.most = rule.most;
  if (rule.format == nullptr) return;
  shape.pattern = (required ? "" : "^$|") + std::string(rule.format->pattern);
}

bool Reader::accept_length(const std::string& text, const TextRule& rule, const Where& where) {
  const std::size_t length = base::code_point_count(text);
  if (length == 0) {
    if (rule.need == Need::required)
      context_->report(where, "the text is empty", rule.format != nullptr ? "fill it in" : "write some words");
    return false;
  }
  if (length > rule.most) {
    // Of what is no date it helps nobody that it is long.
    if (const std::optional<base::Error> advice = rule.format != nullptr ? rule.format->advice(text) : std::nullopt) {
      context_->report(where, *advice);
      return false;
    }
    context_->report(
        where,
        "the text has " + std::to_string(length) + " characters; " + std::to_string(rule.most) + " are the limit",
        "make it shorter, or split it");
    return false;
  }
  if (length < rule.least) {
    context_->report(
        where,
        "the text has " + std::to_string(length) + " characters; " + std::to_string(rule.least) + " are the least",
        "say a little more");
  }
  return true;
}

void Reader::warn_of_letters(const std::string& text, const Where& where) {
  if (const std::optional<base::Error> advice = letters_advice(text)) context_->warn(where, *advice);
}

void Reader::text(std::string_view key, std::string& out, const TextRule& rule) {
  const bool required = rule.need == Need::required;
  if (shape_ != nullptr) return describe_text(declare(key, json::Kind::text, required), rule);
  const json::Value* value = take(key, json::Kind::text, required);
  if (value == nullptr || !accept_length(value->text, rule, where(key))) return;
  out = value->text;
  const std::optional<base::Error> advice = rule.format != nullptr ? rule.format->advice(out) : plain_text_advice(out);
  if (advice) report(key, *advice);
  if (rule.format == nullptr && rule.painted) warn_of_letters(out, where(key));
}

void Reader::href(std::string_view key, std::string& out, Need need) {
  constexpr std::size_t longest = 500;
  text(key, out, {.most = longest, .need = need, .format = &format_of::href});
  if (context_ != nullptr && !out.empty()) context_->hrefs.push_back(mention(key, out));
}

void Reader::read_rich(const json::Value& value, const std::string& pointer, const TextRule& rule, RichText& out) {
  const Where where = place(value, pointer);
  if (!accept_length(value.text, rule, where)) return;
  if (const std::optional<base::Error> advice = character_advice(value.text)) return context_->report(where, *advice);
  ParsedRichText parsed = parse_rich_text(value.text);
  for (const base::Error& advice : parsed.advice) context_->report(where, advice);
  warn_of_letters(plain(parsed.text), where);
  for (std::string& href : parsed.hrefs) {
    context_->hrefs.push_back({std::move(href), context_->page, where, context_->region});
  }
  out = std::move(parsed.text);
}

void Reader::rich(std::string_view key, RichText& out, const TextRule& rule) {
  const bool required = rule.need == Need::required;
  if (shape_ != nullptr) return describe_text(declare(key, json::Kind::text, required), rule);
  if (const json::Value* value = take(key, json::Kind::text, required)) {
    read_rich(*value, json::child(pointer_, key), rule, out);
  }
}

namespace {

void describe_texts(Shape& list, std::size_t most_characters, const ListRule& rule) {
  list.least = rule.least;
  list.most = rule.most;
  Shape& item = list.items.emplace_back();
  item.kind = json::Kind::text;
  item.least = 1;
  item.most = most_characters;
}

}  // namespace

void Reader::rich_list(std::string_view key, std::vector<RichText>& out, std::size_t most_characters,
                       const ListRule& rule) {
  if (shape_ != nullptr) {
    return describe_texts(declare(key, json::Kind::list, rule.least > 0), most_characters, rule);
  }
  const json::Value* list = take_list(key, rule);
  for (std::size_t i = 0; list != nullptr && i < list->items.size() && i < rule.most; ++i) {
    const std::string pointer = json::child(json::child(pointer_, key), i);
    if (!is_kind(list->items[i], json::Kind::text, place(list->items[i], pointer))) continue;
    read_rich(list->items[i], pointer, {.most = most_characters}, out.emplace_back());
  }
}

void Reader::text_list(std::string_view key, std::vector<std::string>& out, std::size_t most_characters,
                       const ListRule& rule) {
  if (shape_ != nullptr) {
    return describe_texts(declare(key, json::Kind::list, rule.least > 0), most_characters, rule);
  }
  const json::Value* list = take_list(key, rule);
  for (std::size_t i = 0; list != nullptr && i < list->items.size() && i < rule.most; ++i) {
    const Where where = place(list->items[i], json::child(json::child(pointer_, key), i));
    if (!is_kind(list->items[i], json::Kind::text, where)) continue;
    const std::string& text = out.emplace_back(list->items[i].text);
    if (!accept_length(text, {.most = most_characters}, where)) continue;
    if (const std::optional<base::Error> advice = plain_text_advice(text)) context_->report(where, *advice);
    warn_of_letters(text, where);
  }
}

void Reader::choice(std::string_view key, std::string& out, std::span<const std::string_view> allowed, Need need) {
  const bool required = need == Need::required;
  if (shape_ != nullptr) {
    Shape& shape = declare(key, json::Kind::text, required);
    shape.allowed.assign(allowed.begin(), allowed.end());
    return;
  }
  const json::Value* value = take(key, json::Kind::text, required);
  if (value == nullptr) return;
  if (std::find(allowed.begin(), allowed.end(), value->text) == allowed.end()) {
    return report(key, "\"" + excerpt(value->text) + "\" is not one of the choices",
                  base::suggestion(value->text, allowed));
  }
  out = value->text;
}

void Reader::flag(std::string_view key, bool& out) {
  if (shape_ != nullptr) return void(declare(key, json::Kind::boolean, false));
  if (const json::Value* value = take(key, json::Kind::boolean, false)) out = value->boolean;
}

void Reader::number(std::string_view key, int& out, int most) {
  if (shape_ != nullptr) {
    declare(key, json::Kind::number, false).most = static_cast<std::size_t>(most);
    return;
  }
  const json::Value* value = take(key, json::Kind::number, false);
  if (value == nullptr) return;
  if (value->number < 0 || value->number > most || std::floor(value->number) != value->number) {
    return report(key, "this number is out of range", "write a whole number from 0 to " + std::to_string(most));
  }
  out = static_cast<int>(value->number);
}

}  // namespace lacit::content
