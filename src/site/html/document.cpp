#include "html/document.h"

#include "html/json_ld.h"
#include "markup/escape.h"

namespace lacit::html {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + markup::escaped(value) + "\"";
}

std::string meta(std::string_view key, std::string_view name, std::string_view content) {
  if (content.empty()) return {};
  return "<meta" + attribute(key, name) + attribute("content", content) + ">\n";
}

std::string link(std::string_view rel, std::string_view href, std::string_view more = {}) {
  if (href.empty()) return {};
  return "<link" + attribute("rel", rel) + attribute("href", href) + std::string(more) + ">\n";
}

std::string title(const DocumentParts& parts) {
  if (parts.path == "/") return parts.site.name + " · " + parts.page.title;
  return parts.page.title + " · " + parts.site.name;
}

// Open Graph protocol: what a link looks like where somebody shares it.
std::string open_graph(const DocumentParts& parts, const std::string& address) {
  std::string preview = parts.assets.preview.empty() ? "" : parts.site.url + parts.assets.preview;
  return meta("property", "og:type", "website") + meta("property", "og:site_name", parts.site.name) +
         meta("property", "og:title", title(parts)) + meta("property", "og:description", parts.page.description) +
         meta("property", "og:url", address) + meta("property", "og:image", preview) +
         meta("name", "twitter:card", preview.empty() ? "" : "summary_large_image");
}

std::string theme_color(const content::Theme& theme) {
  const auto color = [](const content::ThemeColors& palette) {
    const auto found = palette.find("deep");
    return found == palette.end() ? std::string() : found->second;
  };
  return "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\"" +
         attribute("content", color(theme.light)) + ">\n" +
         "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\"" + attribute("content", color(theme.dark)) +
         ">\n";
}

std::string head(const DocumentParts& parts) {
  const Assets& assets = parts.assets;
  const std::string address = parts.site.url + parts.path;
  std::string text = "<title>" + markup::escaped(title(parts)) + "</title>\n";
  if (!assets.early_script.empty()) text += "<script>" + assets.early_script + "</script>\n";
  for (const std::string& font : {assets.font_regular, assets.font_bold}) {
    text += link("preload", font, " as=\"font\" type=\"font/ttf\" crossorigin");
  }
  text += link("stylesheet", assets.stylesheet);
  text += meta("name", "description", parts.page.description);
  if (parts.page.listed) {
    text += link("canonical", address);
  } else {
    text += meta("name", "robots", "noindex");
  }
  text += open_graph(parts, address) + theme_color(parts.site.theme);
  text += link("icon", assets.icon_svg, " type=\"image/svg+xml\"");
  text += link("icon", assets.icon_png, " type=\"image/png\" sizes=\"32x32\"");
  text += link("apple-touch-icon", assets.apple_icon);
  text += link("manifest", assets.manifest);
  if (!assets.boot_script.empty()) {
    // The page is whole without it: it must not take the line from what is shown first.
    text += "<script type=\"module\" fetchpriority=\"low\"" + attribute("src", assets.boot_script) + "></script>\n";
  }
  return text + json_ld(parts.site, parts.page, parts.path);
}

std::string captcha_attributes(const DocumentParts& parts) {
  if (!parts.site.captcha || parts.assets.captcha_script.empty()) return {};
  return attribute("data-captcha", parts.assets.captcha_script) +
         attribute("data-captcha-provider", parts.site.captcha->provider) +
         attribute("data-captcha-key", parts.site.captcha->site_key);
}

/// Without the space before the first: shell.html has it.
std::string root_attributes(const DocumentParts& parts) {
  const Assets& assets = parts.assets;
  std::string attributes =
      attribute("data-painted", assets.painted_script) + attribute("data-wasm", assets.wasm) +
      attribute("data-form", assets.form_script) + attribute("data-solver", assets.solver_script) +
      attribute("data-form-wasm", assets.form_wasm) + attribute("data-lightbox", assets.lightbox_script) +
      captcha_attributes(parts) + attribute("data-font-regular", assets.font_regular) +
      attribute("data-font-bold", assets.font_bold) +
      attribute("data-font-regular-extended", assets.font_regular_extended) +
      attribute("data-font-bold-extended", assets.font_bold_extended) + attribute("data-tree", parts.tree_file);
  return attributes.empty() ? attributes : attributes.substr(1);
}

/// Without the last line's end: shell.html has it.
std::string without_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

Around print_around(const DocumentParts& parts) {
  return parts.shell.fill({.language = markup::escaped(parts.site.language),
                           .direction = std::string(direction_of(parts.site.language)),
                           .data = root_attributes(parts),
                           .head = without_end(head(parts))});
}

std::string print_document(const DocumentParts& parts, const markup::Resolver& resolve) {
  const Around around = print_around(parts);
  return around.before + markup::print(parts.tree, 0, resolve) + around.after;
}

}  // namespace lacit::html
