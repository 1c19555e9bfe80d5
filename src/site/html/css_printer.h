// The style table as a stylesheet: tokens, type, one class a rule, media queries only where widths differ.
// It is the plain view's whole look; the painted view reads the same table in C++.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "content/model.h"
#include "document/palette.h"

namespace lacit::html {

/// The palette that paint uses, from the editor's colours; names that are missing stay black (the loader has checked).
[[nodiscard]] document::Palette palette_of(const content::ThemeColors& colors);

/// Custom properties for every colour in both themes: system preference, overruled by `data-theme`.
[[nodiscard]] std::string print_tokens(const content::Theme& theme);

/// All classes of the style table.
[[nodiscard]] std::string print_rules();

/// Classes for the ratios of pictures in justified rows, see document/row_ratio.h.
[[nodiscard]] std::string print_row_ratios(const std::set<int>& percents);

/// Which items stand in the header's bar and which under More. `thresholds`: layout::navigation_thresholds, CSS pixels.
[[nodiscard]] std::string print_navigation(const std::vector<float>& thresholds);

/// A length or number without needless digits.
[[nodiscard]] std::string css_number(float value);

}  // namespace lacit::html
