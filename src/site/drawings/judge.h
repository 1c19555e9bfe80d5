// The tree that pugixml read to the tree that is printed: what is kept, dropped and refused.
#pragma once

#include <pugixml.hpp>

#include "drawings/clean.h"
#include "drawings/element.h"
#include "drawings/namespaces.h"

namespace lacit::drawings {

/// Throws Fault at the first part that is refused. `begin`: where in the file pugixml's bytes began.
[[nodiscard]] Element judge(const pugi::xml_node& root, const Entities& entities, const Redraw& redraw,
                            std::size_t begin);

}  // namespace lacit::drawings
