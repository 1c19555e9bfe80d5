// Positions of JSON values and keys, and what the reader makes of texts that are no JSON.
#include "content/json.h"

#include <doctest/doctest.h>

#include <string>

namespace json = lacit::content::json;
using json::Position;

namespace {

/// `line:column what`.
std::string first_fault(const std::string& text) {
  const json::Parsed parsed = json::parse(text);
  if (parsed.faults.empty()) return "none";
  const json::Fault& fault = parsed.faults.front();
  return std::to_string(fault.position.line) + ':' + std::to_string(fault.position.column) + ' ' + fault.what;
}

}  // namespace

TEST_CASE("json: every value and key knows its place") {
  const json::Parsed parsed =
      json::parse("{\n  \"é\": 12,\n\t\"b\" : [true,\"x\\\"y\", -1.5e2 ,null],\r\n  \"c\":{}\n}");
  REQUIRE(parsed.value.has_value());
  REQUIRE(parsed.faults.empty());
  const json::Value& root = *parsed.value;
  CHECK(root.position == Position{1, 1});

  SUBCASE("a number that a sign follows at once") {
    const json::Member& number = *root.find("é");
    CHECK(number.position == Position{2, 3});
    CHECK(number.value.position == Position{2, 8});  // Columns count code points: é is one.
    CHECK(number.value.number == 12);
  }
  SUBCASE("the items of a list") {
    const json::Value& list = root.find("b")->value;
    CHECK(list.position == Position{3, 8});
    REQUIRE(list.items.size() == 4);
    CHECK(list.items[0].position == Position{3, 9});
    CHECK(list.items[0].boolean);
    CHECK(list.items[1].position == Position{3, 14});
    CHECK(list.items[1].text == "x\"y");
    CHECK(list.items[2].position == Position{3, 22});
    CHECK(list.items[2].number == -150);
    CHECK(list.items[3].position == Position{3, 30});
    CHECK(list.items[3].kind == json::Kind::null);
  }
  SUBCASE("an object after a line end of two characters") {
    CHECK(root.find("c")->position == Position{4, 3});
    CHECK(root.find("c")->value.position == Position{4, 7});
  }
  SUBCASE("a number alone, at the very end") { CHECK(json::parse(" 42").value->position == Position{1, 2}); }
}

TEST_CASE("json: a key that stands twice is told of, and the first one holds") {
  const json::Parsed parsed = json::parse("{\"a\": 1,\n \"a\": 2}");
  REQUIRE(parsed.value.has_value());
  REQUIRE(parsed.faults.size() == 1);
  CHECK(parsed.faults[0].position == Position{2, 2});
  CHECK(parsed.faults[0].pointer == "/a");
  CHECK(parsed.value->find("a")->value.number == 1);
  CHECK(json::parse("[{\"a\": 1}, {\"a\": 2}]").faults.empty());
}

TEST_CASE("json: slips are named at their place") {
  CHECK(first_fault("") == "1:1 the file is empty");
  CHECK(first_fault("{\"a\": 1 \"b\": 2}") == "1:9 no comma before this");
  CHECK(first_fault("{\"a\" 1}") == "1:6 no colon after the key");
  CHECK(first_fault("{1: 2}") == "1:2 a key without quotes");
  CHECK(first_fault("[1,]") == "1:4 a comma before this ]");
  CHECK(first_fault("[1,,2]") == "1:4 a comma with nothing before it");
  CHECK(first_fault("{\"a\": 1;}") == "1:8 a semicolon");
  CHECK(first_fault("{\"a\": -}") == "1:7 «-» is no number as JSON writes it");
  CHECK(first_fault("[.5]") == "1:2 «.5» is no number as JSON writes it");
  CHECK(first_fault("[1e999]") == "1:2 a number that is too large");
  CHECK(first_fault("[\"\\u12\"]") == "1:7 a backslash that JSON does not know");
  CHECK(first_fault("[\"a\tb\"]") == "1:4 a tab or control character inside text");
  CHECK(first_fault("{\"a\": [1}") == "1:9 this } does not match the [ of line 1");
  CHECK(first_fault("]") == "1:1 the content does not begin here");
  CHECK(first_fault("{} {}") == "1:4 something stands after the end of the content");
  CHECK(first_fault("[nul]") == "1:2 «nul» is no value");
}

TEST_CASE("json: pointers escape by RFC 6901") {
  CHECK(json::child("", "a/b~c") == "/a~1b~0c");
  CHECK(json::child("/x", 3) == "/x/3");
}
