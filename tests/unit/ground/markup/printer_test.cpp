#include "markup/printer.h"

#include <doctest/doctest.h>

#include "markup/escape.h"

using namespace lacit;
using document::Attribute;
using document::Kind;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {
const markup::Resolver resolve = [](std::string_view file) {
  return markup::Media{.address = "/assets/" + std::string(file), .srcset = {}, .formats = {}};
};
}

TEST_CASE("a picture that was published in several formats is offered in all of them, the best one first") {
  Tree tree;
  const NodeId image = tree.add(0, Kind::image, Style::gallery_image);
  tree.set(image, Attribute::src, "porch.svg");
  tree.set(image, Attribute::sizes, "50vw");
  const markup::Resolver published = [](std::string_view) {
    return markup::Media{.address = "/a-960.jpg",
                         .srcset = "/a-480.jpg 480w, /a-960.jpg 960w",
                         .formats = {{.type = "image/svg+xml", .srcset = "/a.svg 960w"},
                                     {.type = "image/avif", .srcset = "/a-480.avif 480w, /a-960.avif 960w"}}};
  };
  CHECK(markup::print(tree, image, published) ==
        "<picture><source type=\"image/svg+xml\" srcset=\"/a.svg 960w\" sizes=\"50vw\">"
        "<source type=\"image/avif\" srcset=\"/a-480.avif 480w, /a-960.avif 960w\" sizes=\"50vw\">"
        "<img data-n=\"1\" class=\"gallery-image\" src=\"/a-960.jpg\" sizes=\"50vw\" "
        "srcset=\"/a-480.jpg 480w, /a-960.jpg 960w\" loading=\"lazy\" decoding=\"async\"></picture>");
}

TEST_CASE("text from content can never become markup, in text or in attributes") {
  Tree tree;
  const NodeId link = tree.add(0, Kind::link, Style::nav_link);
  tree[link].runs = {{.text = "<script>alert('x')</script> & \"more\""}};
  tree.set(link, Attribute::href, "/a\"onmouseover=\"alert(1)");
  const std::string markup = markup::print(tree, link, resolve);
  CHECK(markup ==
        "<a data-n=\"1\" class=\"nav-link\" href=\"/a&quot;onmouseover=&quot;alert(1)\">"
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</a>");
  CHECK(markup::escaped_in_script("</script><!--&") == "\\u003c/script\\u003e\\u003c!--\\u0026");
}

TEST_CASE("an inline link wraps all of its runs, and bold inside of it stays inside") {
  Tree tree;
  const NodeId block = tree.add(0, Kind::paragraph, Style::paragraph);
  const NodeId link = tree.add(block, Kind::link, Style::inline_link);
  tree.set(link, Attribute::href, "tel:988");
  tree[block].runs = {
      {.text = "Call "}, {.text = "9", .link = link}, {.text = "88", .strong = true, .link = link}, {.text = "."}};
  CHECK(markup::print(tree, block, resolve) ==
        "<p data-n=\"1\" class=\"paragraph\">Call <a data-n=\"2\" class=\"inline-link\" href=\"tel:988\">9"
        "<strong>88</strong></a>.</p>");
}

TEST_CASE("words that are only heard are printed, in the link that they belong to") {
  Tree tree;
  const NodeId link = tree.add(0, Kind::link, Style::nav_link);
  tree[link].runs = {{.text = "More"}, {.text = " on us", .unseen = true}};
  CHECK(markup::print(tree, link, resolve) ==
        "<a data-n=\"1\" class=\"nav-link\">More<span class=\"unseen\"> on us</span></a>");
}

TEST_CASE("pictures get their published address, their size and lazy loading; the hero's does not wait") {
  Tree tree;
  const NodeId image = tree.add(0, Kind::image, Style::gallery_image);
  tree.set(image, Attribute::src, "class.svg");
  tree.set(image, Attribute::alt, "A class");
  CHECK(markup::print(tree, image, resolve) ==
        "<img data-n=\"1\" class=\"gallery-image\" src=\"/assets/class.svg\" "
        "alt=\"A class\" loading=\"lazy\" decoding=\"async\">");
  tree.set(image, document::Flag::eager);
  CHECK(markup::print(tree, image, resolve).find("lazy") == std::string::npos);
}

TEST_CASE("every element carries its node's number, once") {
  Tree tree;
  const NodeId list = tree.add(0, Kind::list, Style::dot_list);
  tree.set(list, document::Flag::ordered);
  const NodeId item = tree.add(list, Kind::item, Style::dot_item);
  tree[item].runs = {{.text = "one"}};
  CHECK(markup::print(tree, 0, resolve) ==
        "<body data-n=\"0\" class=\"plain\"><ol data-n=\"1\" class=\"dot-list\">"
        "<li data-n=\"2\" class=\"dot-item\">one</li></ol></body>");
}
