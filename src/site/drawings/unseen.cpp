// As a garbage collector does it: what is shown is marked, and what that refers to; the rest is swept.
#include "drawings/unseen.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "content/media_svg.h"
#include "drawings/cascade.h"
#include "drawings/fault.h"
#include "drawings/hiding.h"
#include "drawings/names.h"
#include "drawings/reference_values.h"

namespace lacit::drawings {
namespace {

/// What `display` and `visibility` hide (SVG 2, 3.2.3); a gradient's stops are not.
constexpr std::array drawn{"svg",  "g",    "switch",   "use",     "path",  "rect",  "circle",  "ellipse",
                           "line", "text", "polyline", "polygon", "image", "tspan", "textPath"};
bool is_drawn(std::string_view element) { return std::ranges::find(drawn, element) != drawn.end(); }

/// SVG 2, 5.8.5: a list of languages without one is nobody's.
bool is_in_no_language(const Element& element) {
  return std::ranges::any_of(element.attributes, [](const Attribute& each) {
    return each.name == "systemLanguage" && each.value.find_first_not_of(" \t\r\n\f,") == std::string::npos;
  });
}

/// To keep it might publish what was hidden on purpose, to drop it what was to be seen.
[[noreturn]] void refuse_unclear(const Element& element, const Declaration& declaration) {
  throw Fault(element.offset,
              declaration.property + " is " + content::quoted(declaration.value) +
                  ", so that nobody can tell here whether anything is seen",
              "write a plain number, or delete what is hidden");
}

/// Whether every declaration that may win hides it. `inherited`: whether what it stands in hides it. Throws Fault where
/// that cannot be told.
bool hides(const Element& element, const Cascaded& cascaded, std::string_view property, Says (*read)(std::string_view),
           bool inherited) {
  for (const Declaration& each : cascaded.declarations) {
    if (each.property != property) continue;
    Says says = read(each.value);
    if (says == Says::nothing) continue;
    if (says == Says::unclear) refuse_unclear(element, each);
    if (says == Says::inherited) says = inherited ? Says::hidden : Says::shown;
    if (says == Says::shown) return false;
    if (each.certain) return true;
  }
  return inherited;
}

/// How an element is come to.
struct Way {
  bool hidden = false;    ///< `visibility` of what is around.
  bool repeated = false;  ///< By a reference, so not only where it stands.
  bool outline = false;   ///< For a clip's shape, which no opacity changes (CSS Masking 1, 5.1).

  [[nodiscard]] unsigned bit() const { return 1U << ((hidden ? 1U : 0U) + (repeated ? 2U : 0U) + (outline ? 4U : 0U)); }
};

class Marking {
 public:
  explicit Marking(Element& root) : cascade_(root) {
    build(root, nullptr, root_);
    see(root_, {});
    while (!referred_.empty()) {
      const auto [place, way] = referred_.back();
      referred_.pop_back();
      see_referred(*place, way);
    }
  }

  Place& root() { return root_; }

 private:
  /// Of two with one id, references mean the first.
  void build(Element& element, const Place* parent, Place& place) {
    place.element = &element;
    place.parent = parent;
    place.seen = element.name == "style";  // Applies wherever it stands.
    for (const Attribute& each : element.attributes) {
      if (each.name == "id") ids_.try_emplace(each.value, &place);
    }
    place.children.resize(element.children.size());
    for (std::size_t i = 0; i < element.children.size(); ++i) build(element.children[i], &place, place.children[i]);
  }

  /// Whether anything of it is shown.
  bool see(Place& place, const Way& way) {
    if (is_never_rendered(place.element->name)) return false;
    if ((place.visited & way.bit()) != 0) return (place.showed & way.bit()) != 0;
    place.visited |= way.bit();
    const bool shows = place.element->name.empty() ? see_text(place, way) : see_element(place, way);
    if (shows) place.showed |= way.bit();
    return shows;
  }

  static bool see_text(Place& place, const Way& way) {
    place.seen = place.seen || !way.hidden;
    return !way.hidden;
  }

  bool see_element(Place& place, Way way) {
    const std::string_view name = place.element->name;
    if (name == "style") return false;
    const Cascaded cascaded = cascade_.of(place, way.repeated);
    if (!is_drawn(name)) return keep(place, cascaded, way);
    // Chromium shows a picture whose root has `display: none`.
    if (place.parent != nullptr && hides(*place.element, cascaded, "display", display, false)) return false;
    if (place.parent != nullptr && is_in_no_language(*place.element)) return false;
    if (!way.outline && hides(*place.element, cascaded, "opacity", opacity, false)) return false;
    if (!way.outline && hides(*place.element, cascaded, "filter", filter, false)) return false;
    way.hidden = hides(*place.element, cascaded, "visibility", visibility, way.hidden);
    // Of a hidden one, what is in it may be shown again (CSS 2, 11.2); what `<use>` repeats is in it.
    if (way.hidden && name != "use" && !see_children(place, way)) return false;
    return keep(place, cascaded, way);
  }

  bool see_children(Place& place, const Way& way) {
    bool shows = false;
    for (Place& child : place.children) shows = see(child, way) || shows;
    return shows;
  }

  bool keep(Place& place, const Cascaded& cascaded, const Way& way) {
    place.seen = true;
    see_children(place, way);
    for (const Attribute& each : place.element->attributes) {
      const bool repeats = each.name == "href" && place.element->name == "use";
      const Way there{.hidden = repeats && way.hidden, .repeated = true, .outline = repeats && way.outline};
      for_each_reference(each, [&](std::string_view id) { refer(id, there); });
    }
    for (const std::string& id : cascaded.references) refer(id, {.repeated = true});
    return true;
  }

  /// Not at once: references to references may go deeper than the stack.
  void refer(std::string_view id, const Way& way) {
    const auto found = ids_.find(id);
    if (found != ids_.end()) referred_.emplace_back(found->second, way);
  }

  void see_referred(Place& place, Way way) {
    const std::string_view name = place.element->name;
    if (!is_never_rendered(name)) return void(see(place, way));
    if ((place.visited & way.bit()) != 0) return;
    place.visited |= way.bit();
    const Cascaded cascaded = cascade_.of(place, true);
    Way inside = way;
    inside.hidden = hides(*place.element, cascaded, "visibility", visibility, way.hidden);
    inside.outline = way.outline || name == "clipPath";
    keep(place, cascaded, inside);
  }

  Cascade cascade_;
  Place root_;
  std::map<std::string, Place*, std::less<>> ids_;
  std::vector<std::pair<Place*, Way>> referred_;
};

/// In place of a hidden child of `<switch>`, which hides the ones after it (SVG 2, 5.6.3: `display` does not matter to
/// which of them is chosen).
Element stand_in(const Element& hidden) {
  Element empty{.name = "g", .offset = hidden.offset};
  for (const Attribute& each : hidden.attributes) {
    if (each.name == "systemLanguage") empty.attributes.push_back(each);
  }
  return empty;
}

/// Whether anything is left of it.
bool sweep(Place& place) {
  std::vector<Element> kept;
  for (Place& child : place.children) {
    if (sweep(child)) {
      kept.push_back(std::move(*child.element));
    } else if (place.element->name == "switch" && is_drawn(child.element->name)) {
      kept.push_back(stand_in(*child.element));
    }
  }
  const bool holds = std::ranges::any_of(place.children, &Place::seen);
  place.element->children = std::move(kept);
  return place.seen = place.seen || holds;
}

}  // namespace

void remove_unseen(Element& root) {
  Marking marking(root);
  sweep(marking.root());
}

}  // namespace lacit::drawings
