// The reader's part that is the same for every key: finding it, its kind, and the keys that are too many or too few.
#include "content/reader.h"

#include <algorithm>
#include <unordered_set>

#include "base/suggest.h"

namespace lacit::content {
namespace {

std::string quoted(std::string_view key) { return '"' + excerpt(key) + '"'; }

const char* example(json::Kind kind) {
  switch (kind) {
    case json::Kind::boolean: return "true";
    case json::Kind::number: return "1";
    case json::Kind::list: return "[ … ]";
    case json::Kind::object: return "{ … }";
    default: return "\"…\"";
  }
}

std::string mend_kind(json::Kind found, json::Kind wanted) {
  if (found == json::Kind::null) return "write " + std::string(example(wanted)) + ", or delete the key";
  if (wanted == json::Kind::text && found != json::Kind::list && found != json::Kind::object) {
    return "put it in double quotes";
  }
  if (found == json::Kind::text && (wanted == json::Kind::boolean || wanted == json::Kind::number)) {
    return "write it without quotes, as in " + std::string(example(wanted));
  }
  if (wanted == json::Kind::list) return "put it in square brackets, as in [ … ]";
  return "write " + std::string(example(wanted));
}

}  // namespace

Where Reader::place(const json::Value& value, std::string pointer) const {
  return {context_->file, value.position, std::move(pointer)};
}

Where Reader::where(std::string_view key) const {
  const json::Member* member = object_->find(key);
  return member == nullptr ? place(*object_, pointer_) : place(member->value, json::child(pointer_, key));
}

void Reader::report(std::string_view key, std::string what, std::string mend) {
  if (context_ != nullptr) context_->report(where(key), std::move(what), std::move(mend));
}

Mention Reader::mention(std::string_view key, std::string text) const {
  return {std::move(text), context_->page, where(key), context_->region};
}

Shape& Reader::declare(std::string_view key, json::Kind kind, bool required) {
  Shape& shape = shape_->keys.emplace_back();
  shape.key = key;
  shape.kind = kind;
  shape.required = required;
  return shape;
}

bool Reader::is_kind(const json::Value& value, json::Kind kind, const Where& where) {
  if (value.kind == kind) return true;
  context_->report(where,
                   "this is " + std::string(kind_name(value.kind)) + ", but must be " + std::string(kind_name(kind)),
                   mend_kind(value.kind, kind));
  return false;
}

const json::Value* Reader::take(std::string_view key, json::Kind kind, bool required) {
  declared_.push_back(key);
  const json::Member* member = object_->find(key);
  if (member == nullptr) {
    if (required) missing_.push_back(key);
    return nullptr;
  }
  return is_kind(member->value, kind, where(key)) ? &member->value : nullptr;
}

const json::Value* Reader::take_list(std::string_view key, const ListRule& rule) {
  const json::Value* value = take(key, json::Kind::list, rule.least > 0);
  if (value == nullptr) return nullptr;
  const std::size_t count = value->items.size();
  if (count < rule.least) {
    report(key,
           count == 0
               ? "the list is empty"
               : "the list has " + std::to_string(count) + " of at least " + std::to_string(rule.least) + " items",
           "add what is missing");
  }
  if (count > rule.most) {
    report(key, "the list has " + std::to_string(count) + " items; " + std::to_string(rule.most) + " are the limit",
           "delete some, or share them out over two lists");
  }
  return value;
}

void Reader::report_unknown(const json::Member& member) {
  // A missing key that was misspelt is one mistake, not two.
  const std::string_view meant = base::nearest(member.key, missing_);
  std::erase(missing_, meant);
  const std::string mend =
      meant.empty() ? base::suggestion(member.key, declared_) : "did you mean " + quoted(meant) + "?";
  context_->report({context_->file, member.position, json::child(pointer_, member.key)},
                   "unknown key " + quoted(member.key), mend);
}

void Reader::finish() {
  std::unordered_set<std::string_view> seen;  // A repeated key was told of when the JSON was read.
  for (const json::Member& member : object_->members) {
    const bool known = std::find(declared_.begin(), declared_.end(), member.key) != declared_.end();
    if (judges_keys_ && !known && seen.insert(member.key).second) report_unknown(member);
  }
  for (const std::string_view key : missing_) {
    context_->report(place(*object_, pointer_), "the key " + quoted(key) + " is missing", "add " + quoted(key) + ": …");
  }
}

}  // namespace lacit::content
