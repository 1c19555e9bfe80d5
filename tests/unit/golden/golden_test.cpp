// Every kind of section, from content to tree, HTML and layout, against tests/golden/.
#include "unit/golden/golden.h"

#include <doctest/doctest.h>

#include <set>

#include "describe/describe.h"
#include "html/document.h"
#include "unit/golden/dump.h"
#include "unit/support/pages.h"
#include "unit/support/site_fonts.h"

using namespace lacit;

namespace {

std::string printed(const content::Content& content, const content::Page& page, const document::Tree& tree) {
  const html::Assets assets{.early_script = "early()",
                            .stylesheet = "/assets/site.css",
                            .boot_script = "/assets/boot.js",
                            .painted_script = "/assets/painted.js",
                            .wasm = "/assets/lacit.wasm",
                            .form_script = "/assets/form.js",
                            .solver_script = "/assets/solver.js",
                            .form_wasm = "/assets/form.wasm",
                            .font_regular = "/assets/regular.ttf",
                            .font_bold = "/assets/bold.ttf",
                            .font_regular_extended = "/assets/regular-ext.ttf",
                            .font_bold_extended = "/assets/bold-ext.ttf",
                            .icon_svg = "/assets/mark.svg",
                            .icon_png = "/assets/icon-32.png",
                            .apple_icon = "/assets/icon-180.png",
                            .manifest = "/manifest.webmanifest",
                            .preview = "/assets/preview.png",
                            .lightbox_script = "/assets/lightbox.js"};
  const markup::Resolver resolve = [](std::string_view file) {
    return markup::Media{.address = "/assets/" + std::string(file), .srcset = {}, .formats = {}};
  };
  return html::print_document({.site = content.site,
                               .page = page,
                               .tree = tree,
                               .assets = assets,
                               .path = describe::page_path(page),
                               .tree_file = "/assets/" + page.slug + ".tree"},
                              resolve);
}

}  // namespace

TEST_CASE("every page of the good site is described, printed and laid out as its golden files say") {
  const content::Content content = tests::good_content();
  const layout::FontSet fonts = tests::site_fonts();
  for (const content::Page& page : content.pages) {
    const document::Tree tree = describe::describe_page(content.site, page);
    tests::check_golden(page.slug + ".tree.txt", tests::dump_tree(tree));
    tests::check_golden(page.slug + ".html", tests::dump_html(printed(content, page, tree)));
    for (const int width : {360, 768, 1280}) {
      const auto viewport = layout::Viewport::of(static_cast<float>(width), 800);
      const layout::Layout layout = layout::lay_out(tree, layout::State::of(tree), viewport, fonts);
      tests::check_golden(page.slug + ".layout-" + std::to_string(width) + ".txt", tests::dump_layout(tree, layout));
    }
  }
}

TEST_CASE("the golden site has every kind of section, so that none changes unseen") {
  std::set<std::size_t> kinds;
  const content::Content content = tests::good_content();
  for (const content::Page& page : content.pages) {
    for (const content::Section& section : page.sections) kinds.insert(section.body.index());
  }
  CHECK(kinds.size() == std::variant_size_v<decltype(content::Section::body)>);
}

TEST_CASE("a difference is told by the first line that differs, and an end too early by name") {
  CHECK(tests::first_difference("a\nb\n", "a\nb\n").empty());
  CHECK(tests::first_difference("a\nb\nc\n", "a\nB\nC\n") == "line 2 differs:\n  golden: \"b\"\n  now:    \"B\"");
  CHECK(tests::first_difference("a\n", "a\nb\n") == "line 2 differs:\n  golden: (the end)\n  now:    \"b\"");
  CHECK(tests::first_difference("a\nb\n", "a\n") == "line 2 differs:\n  golden: \"b\"\n  now:    (the end)");
  CHECK_FALSE(tests::first_difference("", "a").empty());
}
