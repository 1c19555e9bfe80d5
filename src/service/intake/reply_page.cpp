#include "intake/reply_page.h"

#include "base/places.h"
#include "intake/words.h"
#include "markup/printer.h"

namespace lacit::intake {

using document::Attribute;
using document::Flag;
using document::Kind;
using document::no_node;
using document::Node;
using document::NodeId;
using document::Tree;

namespace {

void set_text(Tree& tree, NodeId id, const std::string& text) { tree[id].runs = {{.text = text}}; }

template <typename Wanted>
NodeId find(const Tree& tree, const Wanted& wanted) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (wanted(tree[id])) return id;
  }
  return no_node;
}

void say(Tree& tree, const forms::Form& form, const std::string& heading, const std::string& words) {
  if (form.heading != no_node) set_text(tree, form.heading, heading);
  if (form.lead != no_node) set_text(tree, form.lead, words);
}

void choose(Tree& tree, NodeId select, const std::string& value) {
  for (NodeId option = tree[select].first_child; option != no_node; option = tree[option].next) {
    tree.clear(option, Flag::checked);
    if (tree[option].attribute(Attribute::value) == value) tree.set(option, Flag::checked);
  }
}

void fill_field(Tree& tree, NodeId field, const std::string& value) {
  const std::string_view type = tree[field].attribute(Attribute::type);
  if (type == "file") return;  // HTML: no page may say which file.
  if (type == "textarea") {
    // The parser drops a line end right after the tag (HTML, 13.2.6.4.7).
    set_text(tree, field, value.starts_with('\n') ? "\n" + value : value);
  } else if (type == "select") {
    choose(tree, field, value);
  } else if (type == "checkbox") {
    if (value == "on") tree.set(field, Flag::checked);
  } else {
    tree.set(field, Attribute::value, value);
  }
}

NodeId field_named(const Tree& tree, std::string_view name) {
  return find(tree,
              [name](const Node& node) { return node.kind == Kind::field && node.attribute(Attribute::name) == name; });
}

/// The field's name as the page has it, without the note that it is required. Of a box to tick none: it is a sentence.
std::string label_of(const Tree& tree, const std::string& id) {
  const NodeId label = find(tree, [&id](const Node& node) { return node.attribute(Attribute::for_) == id; });
  const NodeId field = find(tree, [&id](const Node& node) { return node.attribute(Attribute::id) == id; });
  if (field != no_node && tree[field].attribute(Attribute::type) == "checkbox") return {};
  const std::string text = label == no_node ? "" : text_content(tree[label]);
  return text.substr(0, text.rfind(" ("));
}

bool is_in_faults(const Tree& tree, NodeId id) {
  for (; id != no_node; id = tree[id].parent) {
    if (tree[id].attribute(Attribute::data_behaviour) == "form-faults") return true;
  }
  return false;
}

/// In the list over the fields: a link to the field.
void list_fault(Tree& tree, const std::string& id, const std::string& text) {
  const std::string href = "#" + id;
  NodeId link = 0;
  while (link < tree.size() && (tree[link].attribute(Attribute::href) != href || !is_in_faults(tree, link))) ++link;
  if (link == tree.size()) return;
  const std::string label = label_of(tree, id);
  set_text(tree, link, label.empty() ? text : label + ": " + text);
  for (NodeId at = link; at != no_node && tree[at].kind != Kind::form; at = tree[at].parent)
    tree.clear(at, Flag::hidden);
}

void mark(Tree& tree, const forms::ReplyWords& words, const FieldFault& fault) {
  const NodeId field = field_named(tree, fault.field);
  if (field == no_node) return;
  tree.set(field, Attribute::aria_invalid, "true");
  const std::string id(tree[field].attribute(Attribute::id));
  const std::string error_id = id + "-error";
  const NodeId error = find(tree, [&error_id](const Node& node) { return node.attribute(Attribute::id) == error_id; });
  if (error == no_node) return;
  tree.clear(error, Flag::hidden);
  const std::string text = sentence(words, fault.code);
  set_text(tree, error, text);
  list_fault(tree, id, text);
}

void add_token(Tree& tree, const std::string& token) {
  const NodeId form = find(tree, [](const Node& node) { return node.kind == Kind::form; });
  if (form == no_node || token.empty()) return;
  const NodeId field = tree.add(form, Kind::field, document::Style::plain);
  tree.set(field, Attribute::type, "hidden");
  tree.set(field, Attribute::name, "token");
  tree.set(field, Attribute::value, token);
}

void hide_form(Tree& tree) {
  const NodeId card = find(tree, [](const Node& node) { return node.kind == Kind::form; });
  for (NodeId at = card; at != no_node; at = tree[at].parent) {
    if (tree[at].kind == Kind::section) tree.set(at, Flag::hidden);
  }
}

std::string print(const forms::FormsFile& file, const Tree& tree) {
  const markup::Resolver as_it_is = [](std::string_view address) {
    return markup::Media{.address = std::string(address), .srcset = {}, .formats = {}};
  };
  return file.head + markup::print(tree, 0, as_it_is) + file.foot;
}

}  // namespace

std::string form_again_page(const forms::FormsFile& file, const forms::Form& form, const Sent& sent,
                            const ProblemDetails& problem, const std::string& token) {
  Tree tree = form.page;
  const bool confirms = problem.code == "again";
  std::string words = sentence(file.words, problem.code);
  if (sent.values == nullptr || sent.cut) words += " " + sentence(file.words, "go_back");
  if (sent.values != nullptr && sent.files) words += " " + sentence(file.words, "files_again");
  say(tree, form, sentence(file.words, confirms ? "confirm" : "problem"), words);
  // One button on the page that asks for one to be pressed.
  if (form.home != no_node) tree.set(form.home, Flag::hidden);
  if (sent.values == nullptr) {
    hide_form(tree);
    return print(file, tree);
  }
  for (const auto& [name, value] : *sent.values) {
    const NodeId field = field_named(tree, name);
    if (field != no_node) fill_field(tree, field, value);
  }
  for (const FieldFault& fault : problem.fields) mark(tree, file.words, fault);
  if (problem.code == "file_type" || problem.code == "too_many_files")
    mark(tree, file.words, {"attachments", problem.code});
  add_token(tree, token);
  return print(file, tree);
}

std::string thanks_page(const forms::FormsFile& file, const forms::Form& form, const std::string& reference) {
  Tree tree = form.page;
  say(tree, form, sentence(file.words, "thanks"),
      base::filled(sentence(file.words, "thanks_text"), {{"reference", reference}}));
  hide_form(tree);
  return print(file, tree);
}

}  // namespace lacit::intake
