// What can only be judged when all files are read: links, anchors, forms, names that must differ.
#pragma once

#include "content/context.h"
#include "content/model.h"

namespace lacit::content {

/// Reports into `context.problems`.
void cross_check(const Content& content, Context& context);

}  // namespace lacit::content
