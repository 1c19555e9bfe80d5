#include "generate/assets.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/ascii.h"
#include "content/text_rules.h"
#include "drawings/clean.h"
#include "generate/files.h"
#include "html/css_printer.h"
#include "layout/font_face.h"
#include "layout/navigation.h"
#include "pictures/studio.h"

namespace lacit::generate {

namespace fs = std::filesystem;

namespace {

struct FontFile {
  std::string_view name;
  int weight;
  bool extended;
};

constexpr std::array fonts{FontFile{"regular-latin", 400, false}, FontFile{"bold-latin", 700, false},
                           FontFile{"regular-latin-ext", 400, true}, FontFile{"bold-latin-ext", 700, true}};

// The subsets as the font's package cuts them: a page loads the second only when it has such a character.
constexpr std::string_view latin =
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
constexpr std::string_view latin_extended =
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,"
    "U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

// Optional: a font that comes late would move the page under the reader's eyes, so it is for the next page then.
std::string font_rule(const FontFile& font, const std::string& address) {
  return "@font-face{font-family:Lacit;font-style:normal;font-weight:" + std::to_string(font.weight) +
         ";font-display:optional;src:url(" + address +
         ") format(\"truetype\");unicode-range:" + std::string(font.extended ? latin_extended : latin) + "}\n";
}

}  // namespace

base::Result<std::string> Assets::publish_file(const fs::path& folder, const std::string& name) {
  auto bytes = read_file(folder / name);
  if (!bytes) return bytes.error();
  return output_.add_asset(name, std::move(bytes.value()));
}

base::Result<std::string> Assets::publish_drawing(const std::string& name) {
  if (options_.studio != nullptr) {
    const fs::path kept = options_.studio->cleaned_drawing(name);
    auto drawing = read_file(kept);
    if (drawing) return output_.add_asset(name, std::move(drawing.value()));
    return base::Error{kept.string() + ": cannot be written; look at the disk's space and rights"};
  }
  const fs::path source = options_.content / "media" / name;
  auto bytes = read_file(source);
  if (!bytes) return bytes.error();
  auto cleaned = drawings::cleaned(bytes.value());
  if (!cleaned) return base::Error{source.string() + ":" + cleaned.message()};
  return output_.add_asset(name, std::move(cleaned.value().bytes));
}

base::Result<bool> Assets::publish(const content::Site& site) {
  for (const auto& step : {&Assets::publish_web, &Assets::publish_fonts}) {
    if (const auto done = (this->*step)(); !done) return done.error();
  }
  for (const auto& step : {&Assets::publish_captcha, &Assets::publish_icons, &Assets::read_styles}) {
    if (const auto done = (this->*step)(site); !done) return done.error();
  }
  return true;
}

base::Result<bool> Assets::publish_web() {
  if (options_.web.empty()) return true;
  auto early = read_file(options_.web / "early.js");
  if (!early) return base::Error{early.message() + " (./dev build makes it)"};
  addresses_.early_script = early.value().substr(0, early.value().find_last_not_of('\n') + 1);
  const std::array<std::pair<std::string, std::string*>, 7> files{{{"boot.js", &addresses_.boot_script},
                                                                   {"painted.js", &addresses_.painted_script},
                                                                   {"lacit.wasm", &addresses_.wasm},
                                                                   {"form.js", &addresses_.form_script},
                                                                   {"solver.js", &addresses_.solver_script},
                                                                   {"form.wasm", &addresses_.form_wasm},
                                                                   {"lightbox.js", &addresses_.lightbox_script}}};
  for (const auto& [name, address] : files) {
    const auto published = publish_file(options_.web, name);
    if (!published) return base::Error{published.message() + " (./dev build makes it)"};
    *address = published.value();
  }
  return true;
}

base::Result<bool> Assets::publish_captcha(const content::Site& site) {
  if (options_.web.empty() || !site.captcha) return true;
  const auto published = publish_file(options_.web, "captcha.js");
  if (!published) return base::Error{published.message() + " (./dev build makes it)"};
  addresses_.captcha_script = published.value();
  return true;
}

base::Result<bool> Assets::publish_fonts() {
  if (options_.fonts.empty()) return true;
  for (const FontFile& font : fonts) {
    const auto published = publish_file(options_.fonts, std::string(font.name) + ".ttf");
    if (!published) return base::Error{published.message() + " (./dev setup makes it)"};
    styles_ += font_rule(font, published.value());
    std::string& regular = font.extended ? addresses_.font_regular_extended : addresses_.font_regular;
    std::string& bold = font.extended ? addresses_.font_bold_extended : addresses_.font_bold;
    (font.weight == 400 ? regular : bold) = published.value();
  }
  return true;
}

base::Result<bool> Assets::publish_icons(const content::Site& site) {
  const auto mark = publish_drawing("mark.svg");
  if (!mark) return mark.error();
  addresses_.icon_svg = mark.value();
  if (options_.icons.empty()) return true;
  nlohmann::ordered_json icons = nlohmann::ordered_json::array();
  icons.push_back({{"src", mark.value()}, {"type", "image/svg+xml"}, {"sizes", "any"}});
  for (const char* size : {"32", "180", "192", "512", "512-maskable"}) {
    const auto icon = publish_file(options_.icons, std::string("icon-") + size + ".png");
    if (!icon) return base::Error{icon.message() + " (./dev build makes it)"};
    const std::string pixels = std::string(size).substr(0, std::string(size).find('-'));
    if (pixels == "32") addresses_.icon_png = icon.value();
    if (pixels == "180") addresses_.apple_icon = icon.value();
    if (pixels != "192" && pixels != "512") continue;
    icons.push_back({{"src", icon.value()}, {"type", "image/png"}, {"sizes", pixels + "x" + pixels}});
    if (std::string(size).ends_with("maskable")) icons.back()["purpose"] = "maskable";
  }
  if (const auto preview = publish_file(options_.icons, "preview.png")) addresses_.preview = preview.value();
  const nlohmann::ordered_json manifest{{"name", site.name},
                                        {"short_name", site.name},
                                        {"description", site.description},
                                        {"lang", site.language},
                                        {"start_url", "/"},
                                        {"display", "browser"},
                                        {"background_color", site.theme.light.at("paper")},
                                        {"theme_color", site.theme.light.at("deep")},
                                        {"icons", icons}};
  output_.add("manifest.webmanifest", manifest.dump(2) + "\n");
  addresses_.manifest = "/manifest.webmanifest";
  return true;
}

base::Result<bool> Assets::read_styles(const content::Site& site) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(options_.styles, error)) {
    if (entry.path().extension() == ".css") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  styles_ += html::print_tokens(site.theme);
  for (const fs::path& file : files) {
    const auto text = read_file(file);
    if (!text) return text.error();
    // Files before «50» lay the ground; the others have the last word over the printed rules.
    if (file.filename().string() > "50") continue;
    styles_ += text.value();
  }
  styles_ += html::print_rules();
  for (const fs::path& file : files) {
    const auto text = read_file(file);
    if (text && file.filename().string() > "50") styles_ += text.value();
  }
  return true;
}

void Assets::add_row_ratios(const std::set<int>& percents) { styles_ += html::print_row_ratios(percents); }

std::string Assets::thresholds(const document::Tree& tree) const {
  layout::FontSet set;
  for (const FontFile& font : fonts) {
    if (options_.fonts.empty()) return {};
    const auto bytes = read_file(options_.fonts / (std::string(font.name) + ".ttf"));
    if (!bytes) return {};
    auto face = layout::FontFace::read(bytes.value());
    if (face) set.add(font.weight == 700, std::move(face.value()));
  }
  return set.complete() ? html::print_navigation(layout::navigation_thresholds(tree, set)) : "";
}

const html::Assets& Assets::addresses(const document::Tree& tree) {
  if (addresses_.stylesheet.empty()) addresses_.stylesheet = output_.add_asset("site.css", styles_ + thresholds(tree));
  return addresses_;
}

std::string Assets::media(std::string_view file) {
  if (const auto known = media_.find(file); known != media_.end()) return known->second;
  const bool drawing = base::lower(file).ends_with(".svg");
  const auto published =
      drawing ? publish_drawing(std::string(file)) : publish_file(options_.content / "media", std::string(file));
  if (!published) {
    missing_ = published.message();
    return {};
  }
  return media_[std::string(file)] = published.value();
}

}  // namespace lacit::generate
