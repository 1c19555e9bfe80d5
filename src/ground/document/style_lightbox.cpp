// The lightbox is drawn by the browser in both views: of all its styles the table knows just that.
#include "document/style_table.h"

namespace lacit::document {
namespace {

constexpr std::array rules{
#define LACIT_BROWSER_RULE(name) StyleRule{Style::name, {.flow = Flow::browser}},
    LACIT_LIGHTBOX_STYLES(LACIT_BROWSER_RULE)
#undef LACIT_BROWSER_RULE
};

}  // namespace

std::span<const StyleRule> lightbox_rules() { return rules; }

}  // namespace lacit::document
