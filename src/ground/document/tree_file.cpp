#include "document/tree_file.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"

namespace lacit::document {
namespace {

constexpr std::string_view magic = "LCT";

constexpr std::uint32_t version = static_cast<std::uint32_t>(base::fnv1a(LACIT_STYLES(LACIT_NAME_TEXT) LACIT_KINDS(
    LACIT_NAME_TEXT) LACIT_ATTRIBUTES(LACIT_NAME_TEXT) LACIT_FLAGS(LACIT_NAME_TEXT)));

constexpr bool is_painted(Attribute name) {
  return name == Attribute::icon || name == Attribute::width || name == Attribute::height || name == Attribute::type ||
         name == Attribute::data_behaviour || name == Attribute::placeholder;
}

class Writer {
 public:
  void number(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
  }
  void color(std::uint32_t rgb) {
    for (const unsigned shift : {16U, 8U, 0U}) bytes_ += static_cast<char>(rgb >> shift & 0xFFU);
  }
  void raw(std::string_view value) { bytes_ += value; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

void write_palette(const Palette& palette, Writer& out) {
  for (std::size_t i = 1; i < palette.size(); ++i) out.color(palette[i]);
}

void write_node(const Node& node, Keep keep, Writer& out) {
  out.number(node.parent == no_node ? 0 : node.parent + 1U);
  out.number(node.next == no_node ? 0 : node.next + 1U);
  out.number(node.first_child == no_node ? 0 : node.first_child + 1U);
  out.number(static_cast<std::uint32_t>(node.kind));
  out.number(static_cast<std::uint32_t>(node.style));
  out.number(node.level);
  out.number(static_cast<std::uint32_t>(node.flags));
  out.number(static_cast<std::uint32_t>(node.runs.size()));
  for (const Run& run : node.runs) {
    out.number((run.strong ? 1U : 0U) | (run.emphasis ? 2U : 0U) | (run.unseen ? 4U : 0U));
    out.number(run.link == no_node ? 0 : run.link + 1U);
    out.text(run.text);
  }
  const auto kept = [keep](const auto& attribute) { return keep == Keep::everything || is_painted(attribute.first); };
  out.number(static_cast<std::uint32_t>(std::count_if(node.attributes.begin(), node.attributes.end(), kept)));
  for (const auto& attribute : node.attributes) {
    if (!kept(attribute)) continue;
    const auto& [name, value] = attribute;
    out.number(static_cast<std::uint32_t>(name));
    out.text(value);
  }
}

// Reads until something does not fit; from then on every value is zero and `ok()` false.
class Reader {
 public:
  explicit Reader(std::string_view file) : rest_(file) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::uint32_t below(std::uint32_t limit) {
    const std::uint32_t value = number();
    return value < limit ? value : fail();
  }
  NodeId node(std::size_t count) {
    const std::uint32_t value = below(static_cast<std::uint32_t>(count) + 1);
    return value == 0 ? no_node : static_cast<NodeId>(value - 1);
  }
  std::string_view raw(std::size_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  std::string_view text() { return raw(number()); }
  std::uint32_t color() {
    std::uint32_t rgb = 0;
    for (const char c : raw(3)) rgb = rgb << 8U | static_cast<unsigned char>(c);
    return rgb;
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  std::uint32_t fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

Palette read_palette(Reader& in) {
  Palette palette{};
  for (std::size_t i = 1; i < palette.size(); ++i) palette[i] = in.color();
  return palette;
}

void read_runs(Reader& in, std::size_t count, Node& node) {
  const std::uint32_t runs = in.number();
  for (std::uint32_t i = 0; i < runs && in.ok(); ++i) {
    Run run;
    const std::uint32_t look = in.below(8);
    run.strong = (look & 1U) != 0;
    run.emphasis = (look & 2U) != 0;
    run.unseen = (look & 4U) != 0;
    run.link = in.node(count);
    run.text = in.text();
    node.runs.push_back(std::move(run));
  }
}

Node read_node(Reader& in, std::size_t count) {
  Node node;
  node.parent = in.node(count);
  node.next = in.node(count);
  node.first_child = in.node(count);
  node.kind = static_cast<Kind>(in.below(static_cast<std::uint32_t>(kind_count)));
  node.style = static_cast<Style>(in.below(static_cast<std::uint32_t>(style_count())));
  node.level = static_cast<std::uint8_t>(in.below(7));
  node.flags = static_cast<Flag>(in.below(1U << flag_count));
  read_runs(in, count, node);
  const std::uint32_t attributes = in.number();
  for (std::uint32_t i = 0; i < attributes && in.ok(); ++i) {
    const auto name = static_cast<Attribute>(in.below(static_cast<std::uint32_t>(attribute_count)));
    node.attributes.emplace_back(name, in.text());
  }
  return node;
}

}  // namespace

// The only other place that may fill a tree: a file has its links already, and they must form a tree.
class TreeReader {
 public:
  static std::optional<Tree> read(Reader& in) {
    const std::uint32_t count = in.number();
    // A record has at least nine bytes: a file that claims more nodes than it can hold is damaged.
    if (count == 0 || count > most_nodes || count * std::size_t{9} > in.left()) return std::nullopt;
    Tree tree;
    tree.nodes_.clear();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) tree.nodes_.push_back(read_node(in, count));
    if (!in.ok() || !in.at_end() || !is_tree(tree)) return std::nullopt;
    return tree;
  }

 private:
  // Every node but the first has exactly one way to it from its parent; so walks end and nothing is met twice.
  static bool is_tree(Tree& tree) {
    std::vector<bool> met(tree.size(), false);
    std::size_t found = 1;
    if (tree.nodes_[0].parent != no_node || tree.nodes_[0].next != no_node) return false;
    for (NodeId id = 0; id < tree.size(); ++id) {
      for (NodeId child = tree.nodes_[id].first_child; child != no_node; child = tree.nodes_[child].next) {
        if (child == 0 || met[child] || tree.nodes_[child].parent != id) return false;
        met[child] = true;
        tree.nodes_[id].last_child = child;
        ++found;
      }
    }
    return found == tree.size() && reaches_root(tree);
  }

  static bool reaches_root(const Tree& tree) {
    for (NodeId id = 0; id < tree.size(); ++id) {
      NodeId at = id;
      for (std::size_t steps = 0; at != 0; ++steps) {
        if (steps > 64) return false;  // Content nests at most 64 deep.
        at = tree.nodes_[at].parent;
      }
    }
    return true;
  }
};

std::uint32_t tree_version() { return version; }

std::string write_tree(const Tree& tree, const Palettes& palettes, Keep keep) {
  Writer out;
  out.raw(magic);
  for (unsigned shift = 0; shift < 32; shift += 8) out.raw(std::string(1, static_cast<char>(version >> shift & 0xFFU)));
  write_palette(palettes.light, out);
  write_palette(palettes.dark, out);
  out.number(tree.size());
  for (NodeId id = 0; id < tree.size(); ++id) write_node(tree[id], keep, out);
  return out.take();
}

base::Result<TreeFile> read_tree(std::string_view file) {
  Reader in(file);
  if (in.raw(magic.size()) != magic) return base::Error{"this is no page tree; run ./dev build again"};
  std::uint32_t written = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    for (const char c : in.raw(1)) written |= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << shift;
  }
  if (written != version) return base::Error{"this page tree was written by another build; run ./dev build again"};
  TreeFile result;
  result.palettes.light = read_palette(in);
  result.palettes.dark = read_palette(in);
  std::optional<Tree> tree = TreeReader::read(in);
  if (!tree) return base::Error{"the page tree is damaged; run ./dev build again"};
  result.tree = std::move(*tree);
  return result;
}

}  // namespace lacit::document
