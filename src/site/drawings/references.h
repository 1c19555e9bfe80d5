// How the parts of a drawing name one another.
#pragma once

#include "drawings/element.h"
#include "drawings/work.h"

namespace lacit::drawings {

/// Gives every id and class that something refers to a short name, and takes off the others: drawing programs make them
/// of what people call their layers and files.
void rename_references(Element& root);

/// Throws Fault where drawing it would take more than limits.h allows: parts that repeat parts that repeat parts, one
/// that is made of itself, or filters and lines that take long to paint.
void check_repetition(const Element& root, const View& view);

}  // namespace lacit::drawings
