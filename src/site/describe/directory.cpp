// A table of services: who, how to reach them, what to know; with a filter where script runs.
#include <string>
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

namespace {

void describe_filter(const SectionContext& context, NodeId section, const content::Directory& directory,
                     const std::string& table) {
  Tree& tree = context.tree;
  const NodeId tools = tree.add(section, Kind::group, Style::tools);
  tree.set(tools, Flag::script_only);
  const NodeId group = tree.add(tools, Kind::group, Style::search);
  const std::string id = table + "-filter";
  const NodeId label = add_text(tree, group, Kind::field_label, Style::field_label, directory.filter);
  tree.set(label, Attribute::for_, id);
  const NodeId field = tree.add(group, Kind::field, Style::input);
  tree.set(field, Attribute::id, id);
  tree.set(field, Attribute::type, "search");
  tree.set(field, Attribute::autocomplete, "off");
  tree.set(field, Attribute::data_behaviour, "filter");
  tree.set(field, Attribute::data_value, table);
  const NodeId count = add_text(tree, tools, Kind::paragraph, Style::count, "");
  tree.set(count, Flag::live);
  tree.set(count, Attribute::data_behaviour, "filter-count");
  tree.set(count, Attribute::data_value, context.site.words.filter_count + "|" + context.site.words.filter_none);
}

void describe_head(Tree& tree, NodeId table, const std::vector<std::string>& columns) {
  const NodeId row = tree.add(tree.add(table, Kind::table_head, Style::table_head), Kind::row, Style::head_row);
  for (const std::string& column : columns) {
    const NodeId cell = add_text(tree, row, Kind::cell, Style::head_cell, column);
    tree.set(cell, Flag::header_cell);
    tree.set(cell, Attribute::scope, "col");
  }
}

// A line that is one link becomes a target of its own size.
void describe_reach(Tree& tree, NodeId cell, const content::RichText& line) {
  if (line.size() == 1 && !line.front().href.empty()) {
    add_link(tree, cell, Style::reach_link, {line.front().text, line.front().href});
  } else {
    add_rich(tree, cell, Kind::paragraph, Style::cell_text, line);
  }
}

void describe_entry(const SectionContext& context, NodeId body, const content::DirectoryEntry& entry) {
  Tree& tree = context.tree;
  const NodeId row = tree.add(body, Kind::row, Style::row);
  if (!entry.keywords.empty()) tree.set(row, Attribute::data_keywords, entry.keywords);
  const NodeId name = tree.add(row, Kind::cell, Style::name_cell);
  tree.set(name, Flag::header_cell);
  tree.set(name, Attribute::scope, "row");
  if (entry.href.empty()) {
    const NodeId text = add_text(tree, name, Kind::paragraph, Style::cell_text, entry.name);
    tree[text].runs.front().strong = true;
  } else {
    add_link(tree, name, Style::cell_link, {entry.name, entry.href});
  }
  const NodeId reach = tree.add(row, Kind::cell, Style::cell);
  for (const content::RichText& line : entry.reach) describe_reach(tree, reach, line);
  const NodeId detail = tree.add(row, Kind::cell, Style::cell);
  add_rich(tree, detail, Kind::paragraph, Style::cell_text, entry.detail);
  if (entry.source.href.empty()) return;
  add_rich(tree, detail, Kind::paragraph, Style::cell_small,
           {{.text = context.site.words.source + ": ", .href = {}},
            {.text = entry.source.label, .href = entry.source.href}});
}

}  // namespace

void describe(const SectionContext& context, const content::Directory& directory) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, directory.heading, directory.lead);
  const std::string id = context.anchor + "-table";
  if (!directory.filter.empty()) describe_filter(context, section, directory, id);
  const NodeId table = tree.add(section, Kind::table, Style::table);
  tree.set(table, Attribute::id, id);
  tree.set(table, Attribute::aria_labelledby, context.anchor + "-heading");
  describe_head(tree, table, directory.columns);
  const NodeId body = tree.add(table, Kind::table_body, Style::table_body);
  for (const content::DirectoryEntry& entry : directory.entries) describe_entry(context, body, entry);
  if (directory.note.empty()) return;
  const NodeId note = tree.add(section, Kind::group, Style::note);
  add_rich(tree, note, Kind::paragraph, Style::note_text, directory.note);
}

}  // namespace lacit::describe
