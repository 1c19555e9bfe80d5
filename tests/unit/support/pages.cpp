#include "unit/support/pages.h"

#include <doctest/doctest.h>

#include "content/load.h"
#include "unit/site/content/fixtures.h"

namespace lacit::tests {

using document::NodeId;
using document::Tree;

namespace {

content::Content content_of(const Folder& folder) {
  content::Loaded loaded = content::load(folder.files, folder.media);
  REQUIRE_MESSAGE(loaded.problems.empty(), formatted(loaded.problems));
  return std::move(loaded.content);
}

void walk(const Tree& tree, NodeId id, const std::function<void(NodeId)>& visit) {
  visit(id);
  for (NodeId child = tree[id].first_child; child != document::no_node; child = tree[child].next) {
    walk(tree, child, visit);
  }
}

}  // namespace

content::Content good_content() { return content_of(good()); }

content::Content good_content_but(const std::string& path, const std::string& before, const std::string& after) {
  return content_of(good_but(path, before, after));
}

const content::Page& page_of(const content::Content& content, const std::string& slug) {
  for (const content::Page& page : content.pages) {
    if (page.slug == slug) return page;
  }
  FAIL("the fixture has no page ", slug);
  return content.pages.front();
}

std::vector<NodeId> find(const Tree& tree, const std::function<bool(const document::Node&)>& wanted) {
  std::vector<NodeId> found;
  walk(tree, 0, [&](NodeId id) {
    if (wanted(tree[id])) found.push_back(id);
  });
  return found;
}

std::vector<NodeId> find(const Tree& tree, document::Kind kind) {
  return find(tree, [kind](const document::Node& node) { return node.kind == kind; });
}

}  // namespace lacit::tests
