// Reads one JSON object by declarations: `reader.text("heading", hero.heading, {.most = 140})`. Every problem is
// recorded and reading goes on. The same declarations, run over a Shape, describe what is accepted.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/context.h"
#include "content/format_rules.h"
#include "content/json.h"
#include "content/model.h"
#include "content/shape.h"

namespace lacit::content {

enum class Need { required, optional };

/// Limits count code points, as the schema's maxLength does. An optional text may be empty, which means absent.
struct TextRule {
  std::size_t most = 0;
  Need need = Need::required;
  std::size_t least = 1;  ///< Of a text that is not empty.
  const Format* format = nullptr;
  bool painted = true;  ///< Seen on the page, and not only heard, searched or shown by others.
};

struct ListRule {
  std::size_t least = 0;  ///< At least one makes the key required.
  std::size_t most = 0;
};

class Reader {
 public:
  Reader(Context& context, const json::Value& object, std::string pointer)
      : context_(&context), object_(&object), pointer_(std::move(pointer)) {}
  explicit Reader(Shape& shape) : shape_(&shape) {}

  void text(std::string_view key, std::string& out, const TextRule& rule);
  void rich(std::string_view key, RichText& out, const TextRule& rule);
  void rich_list(std::string_view key, std::vector<RichText>& out, std::size_t most_characters, const ListRule& rule);
  void text_list(std::string_view key, std::vector<std::string>& out, std::size_t most_characters,
                 const ListRule& rule);
  /// A link's target, to be followed when all pages are known.
  void href(std::string_view key, std::string& out, Need need = Need::required);
  void choice(std::string_view key, std::string& out, std::span<const std::string_view> allowed,
              Need need = Need::required);
  void flag(std::string_view key, bool& out);
  void number(std::string_view key, int& out, int most);

  template <class T>
  void object(std::string_view key, T& out, void (*read)(Reader&, T&), Need need = Need::required);
  template <class T>
  void object(std::string_view key, std::optional<T>& out, void (*read)(Reader&, T&));
  template <class T>
  void list(std::string_view key, std::vector<T>& out, const ListRule& rule, void (*read)(Reader&, T&));
  /// An object whose keys are names that the editor gives.
  template <class T>
  void map(std::string_view key, std::map<std::string, T>& out, const Format& name, void (*read)(Reader&, T&));

  /// Reports the keys that nobody declared and those that are missing. Call it last.
  void finish();

  /// For an object whose kind is unknown: its keys cannot be judged.
  void ignore_unknown() { judges_keys_ = false; }

  /// Null while declaring.
  [[nodiscard]] Context* context() { return context_; }
  [[nodiscard]] Shape* shape() { return shape_; }
  /// The place of that key's value, or of this object where the key is missing.
  [[nodiscard]] Where where(std::string_view key) const;
  /// Reports at that key.
  void report(std::string_view key, std::string what, std::string mend);
  void report(std::string_view key, const base::Error& advice) { report(key, advice.what, advice.mend); }
  /// A word to be judged later, with its place.
  [[nodiscard]] Mention mention(std::string_view key, std::string text) const;

 private:
  Shape& declare(std::string_view key, json::Kind kind, bool required);
  const json::Value* take(std::string_view key, json::Kind kind, bool required);
  const json::Value* take_list(std::string_view key, const ListRule& rule);
  [[nodiscard]] bool is_kind(const json::Value& value, json::Kind kind, const Where& where);
  void warn_of_letters(const std::string& text, const Where& where);
  bool accept_length(const std::string& text, const TextRule& rule, const Where& where);
  void read_rich(const json::Value& value, const std::string& pointer, const TextRule& rule, RichText& out);
  [[nodiscard]] Where place(const json::Value& value, std::string pointer) const;
  void report_unknown(const json::Member& member);
  static void describe_text(Shape& shape, const TextRule& rule);

  Context* context_ = nullptr;
  const json::Value* object_ = nullptr;
  std::string pointer_;
  Shape* shape_ = nullptr;
  std::vector<std::string_view> declared_;
  std::vector<std::string_view> missing_;
  bool judges_keys_ = true;
};

template <class T>
void Reader::object(std::string_view key, T& out, void (*read)(Reader&, T&), Need need) {
  if (shape_ != nullptr) {
    Reader declared(declare(key, json::Kind::object, need == Need::required));
    return read(declared, out);
  }
  if (const json::Value* value = take(key, json::Kind::object, need == Need::required)) {
    Reader reader(*context_, *value, json::child(pointer_, key));
    read(reader, out);
    reader.finish();
  }
}

template <class T>
void Reader::object(std::string_view key, std::optional<T>& out, void (*read)(Reader&, T&)) {
  const bool present = shape_ != nullptr || object_->find(key) != nullptr;
  T value;
  object(key, value, read, Need::optional);
  if (present) out = std::move(value);
}

template <class T>
void Reader::list(std::string_view key, std::vector<T>& out, const ListRule& rule, void (*read)(Reader&, T&)) {
  if (shape_ != nullptr) {
    Shape& list = declare(key, json::Kind::list, rule.least > 0);
    list.least = rule.least;
    list.most = rule.most;
    T scratch;
    Reader declared(list.items.emplace_back());
    return read(declared, scratch);
  }
  const json::Value* value = take_list(key, rule);
  for (std::size_t i = 0; value != nullptr && i < value->items.size() && i < rule.most; ++i) {
    const std::string pointer = json::child(json::child(pointer_, key), i);
    if (!is_kind(value->items[i], json::Kind::object, place(value->items[i], pointer))) continue;
    Reader reader(*context_, value->items[i], pointer);
    read(reader, out.emplace_back());
    reader.finish();
  }
}

template <class T>
void Reader::map(std::string_view key, std::map<std::string, T>& out, const Format& name, void (*read)(Reader&, T&)) {
  if (shape_ != nullptr) {
    Shape& map = declare(key, json::Kind::object, true);
    map.pattern = name.pattern;
    T scratch;
    Reader declared(map.items.emplace_back());
    return read(declared, scratch);
  }
  const json::Value* value = take(key, json::Kind::object, true);
  if (value == nullptr) return;
  for (const json::Member& member : value->members) {
    const std::string pointer = json::child(json::child(pointer_, key), member.key);
    const Where where = place(member.value, pointer);
    if (const std::optional<base::Error> advice = name.advice(member.key)) context_->report(where, *advice);
    if (!is_kind(member.value, json::Kind::object, where)) continue;
    Reader reader(*context_, member.value, pointer);
    read(reader, out[member.key]);
    reader.finish();
  }
}

}  // namespace lacit::content
