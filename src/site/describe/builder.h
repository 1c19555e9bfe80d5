// Short words for adding nodes: what the describers are written in.
#pragma once

#include <string_view>

#include "content/model.h"
#include "document/node.h"

namespace lacit::describe {

using document::Attribute;
using document::Flag;
using document::Kind;
using document::no_node;
using document::NodeId;
using document::Style;
using document::Tree;

/// A text block with one plain run.
NodeId add_text(Tree& tree, NodeId parent, Kind kind, Style style, std::string_view text);

/// A text block from rich text. Its links become inline link nodes of the style.
NodeId add_rich(Tree& tree, NodeId parent, Kind kind, Style style, const content::RichText& text,
                Style link_style = Style::inline_link);

NodeId add_heading(Tree& tree, NodeId parent, Style style, int level, std::string_view text);

/// A link that is a text block of its own.
NodeId add_link(Tree& tree, NodeId parent, Style style, const content::Link& link);

/// A button that web/ modules bring to life; of no use without script, so hidden there.
NodeId add_button(Tree& tree, NodeId parent, Style style, std::string_view label, std::string_view behaviour);

/// A decorative line icon.
NodeId add_icon(Tree& tree, NodeId parent, Style style, std::string_view name);

/// `file` is a name in content/media/; the site's generator puts the published address in its place.
NodeId add_picture(Tree& tree, NodeId parent, Style style, const content::Picture& picture);

/// Row of links, the first one the most important.
void add_actions(Tree& tree, NodeId parent, const std::vector<content::Link>& actions, Style row, Style first,
                 Style others);

/// «Sources: …», nothing where there are none.
void add_sources(Tree& tree, NodeId parent, std::string_view word, const std::vector<content::Source>& sources);

/// Where a link goes and that its page learns nothing of us (HTML 4.6.7: rel noopener).
void set_target(Tree& tree, NodeId id, std::string_view href);

}  // namespace lacit::describe
