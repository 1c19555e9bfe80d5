// What a drawing holds and nobody sees.
#pragma once

#include "drawings/element.h"

namespace lacit::drawings {

/// Takes off hidden layers, by whatever they are hidden (`display`, `visibility` or `opacity`, of an attribute, a style
/// or a rule), and definitions that nothing shown uses: an editor hides what is not meant for the public. Names of
/// parts that only those asked for are asked for no more, so before rename_references().
void remove_unseen(Element& root);

}  // namespace lacit::drawings
