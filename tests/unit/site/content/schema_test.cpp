// The JSON Schemas that editors' programs use accept exactly the keys, limits and patterns that the loader declares.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "content/json.h"
#include "content/shape.h"
#include "unit/site/content/fixtures.h"
#include "unit/support/paths.h"

namespace content = lacit::content;
namespace json = lacit::content::json;
namespace tests = lacit::tests;

namespace {

using Names = std::vector<std::string>;

/// One schema file, and where the walk through it is.
class Walk {
 public:
  explicit Walk(const std::string& file) {
    const auto path = tests::tests_folder() / ".." / "content" / "schema" / file;
    json::Parsed parsed = json::parse(tests::read_bytes(path));
    REQUIRE(parsed.value.has_value());
    root_ = std::move(*parsed.value);
  }

  void compare_root(const content::Shape& shape) { compare(shape, root_, ""); }

 private:
  static const json::Value* get(const json::Value& schema, std::string_view key) {
    const json::Member* member = schema.find(key);
    return member == nullptr ? nullptr : &member->value;
  }
  static std::string text(const json::Value& schema, std::string_view key) {
    const json::Value* value = get(schema, key);
    return value == nullptr ? "" : value->text;
  }
  static std::size_t number(const json::Value& schema, std::string_view key) {
    const json::Value* value = get(schema, key);
    return value == nullptr ? 0 : static_cast<std::size_t>(value->number);
  }
  static Names texts(const json::Value* list) {
    Names all;
    for (const json::Value& item : list == nullptr ? std::vector<json::Value>{} : list->items) all.push_back(item.text);
    return sorted(all);
  }
  static Names sorted(Names names) {
    std::sort(names.begin(), names.end());
    return names;
  }

  const json::Value& resolve(const json::Value& schema) {
    const std::string reference = text(schema, "$ref");
    if (reference.empty()) return schema;
    const json::Value* definition = get(*get(root_, "$defs"), reference.substr(std::string("#/$defs/").size()));
    REQUIRE_MESSAGE(definition != nullptr, reference);
    return *definition;
  }

  void compare(const content::Shape& shape, const json::Value& unresolved, const std::string& path) {
    CAPTURE(path);
    const json::Value& schema = resolve(unresolved);
    if (shape.kind == json::Kind::object && shape.keys.empty() && shape.pattern.empty()) {
      return compare_alternatives(shape, schema, path);
    }
    switch (shape.kind) {
      case json::Kind::text: return compare_text(shape, schema);
      case json::Kind::number:
        CHECK(text(schema, "type") == "integer");
        CHECK(number(schema, "maximum") == shape.most);
        return;
      case json::Kind::list: return compare_list(shape, schema, path);
      case json::Kind::object: return compare_object(shape, schema, path);
      default: CHECK(text(schema, "type") == "boolean");
    }
  }

  static void compare_text(const content::Shape& shape, const json::Value& schema) {
    CHECK(text(schema, "type") == "string");
    CHECK(number(schema, "minLength") == shape.least);
    CHECK(number(schema, "maxLength") == shape.most);
    CHECK(text(schema, "pattern") == shape.pattern);
    Names allowed = texts(get(schema, "enum"));
    if (get(schema, "const") != nullptr) allowed.push_back(text(schema, "const"));
    CHECK(allowed == sorted(shape.allowed));
  }

  void compare_list(const content::Shape& shape, const json::Value& schema, const std::string& path) {
    CHECK(text(schema, "type") == "array");
    CHECK(number(schema, "minItems") == shape.least);
    CHECK(number(schema, "maxItems") == shape.most);
    REQUIRE(get(schema, "items") != nullptr);
    compare(shape.items.at(0), *get(schema, "items"), path + "[]");
  }

  void compare_alternatives(const content::Shape& shape, const json::Value& schema, const std::string& path) {
    const json::Value* alternatives = get(schema, "oneOf");
    REQUIRE(alternatives != nullptr);
    REQUIRE(alternatives->items.size() == shape.items.size());
    for (std::size_t i = 0; i < shape.items.size(); ++i) {
      compare(shape.items[i], alternatives->items[i], path + '{' + std::to_string(i) + '}');
    }
  }

  void compare_object(const content::Shape& shape, const json::Value& schema, const std::string& path) {
    CHECK(text(schema, "type") == "object");
    const json::Value* additional = get(schema, "additionalProperties");
    REQUIRE(additional != nullptr);
    if (!shape.pattern.empty()) {
      CHECK(text(*get(schema, "propertyNames"), "pattern") == shape.pattern);
      return compare(shape.items.at(0), *additional, path + "/*");
    }
    CHECK((additional->kind == json::Kind::boolean && !additional->boolean));
    const json::Value& properties = *get(schema, "properties");
    Names declared;
    Names required;
    for (const content::Shape& key : shape.keys) {
      declared.push_back(key.key);
      if (key.required) required.push_back(key.key);
      if (const json::Value* property = get(properties, key.key)) compare_property(key, *property, path);
    }
    Names described;
    for (const json::Member& member : properties.members) described.push_back(member.key);
    CHECK(sorted(described) == sorted(declared));
    CHECK(texts(get(schema, "required")) == sorted(required));
  }

  void compare_property(const content::Shape& key, const json::Value& property, const std::string& path) {
    CAPTURE(key.key);
    CHECK_FALSE(text(property, "title").empty());
    CHECK_FALSE(text(property, "description").empty());
    compare(key, property, path + '/' + key.key);
  }

  json::Value root_;
};

}  // namespace

TEST_CASE("content: the schemas agree with the loader") {
  SUBCASE("of the site") { Walk("site.schema.json").compare_root(content::site_shape()); }
  SUBCASE("of a page") { Walk("page.schema.json").compare_root(content::page_shape()); }
}
