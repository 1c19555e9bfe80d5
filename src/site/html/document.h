// A whole HTML document around a printed body: head with everything that search engines, link previews and the web
// runtime read.
#pragma once

#include <string>
#include <vector>

#include "content/model.h"
#include "document/node.h"
#include "html/shell.h"
#include "markup/printer.h"

namespace lacit::html {

/// Published addresses of what every page loads. Empty ones are left out: a site without script is a site.
struct Assets {
  std::string early_script;  ///< No address but the script itself: a few bytes that must not cost a request.
  std::string stylesheet, boot_script, painted_script, wasm, form_script, solver_script, form_wasm, font_regular,
      font_bold, font_regular_extended, font_bold_extended;
  std::string icon_svg, icon_png, apple_icon, manifest, preview;
  std::string lightbox_script{};  ///< Loaded once a gallery comes near.
  std::string captcha_script{};   ///< Only where the site has a provider.
};

struct DocumentParts {
  const content::Site& site;
  const content::Page& page;
  const document::Tree& tree;
  const Assets& assets;
  std::string path;       ///< `/about/`
  std::string tree_file;  ///< Published address of the page's tree.
  const Shell& shell = Shell::built_in();
};

/// The document before and after the page's `<body>`, whose parts.tree is not printed.
[[nodiscard]] Around print_around(const DocumentParts& parts);

[[nodiscard]] std::string print_document(const DocumentParts& parts, const markup::Resolver& resolve);

}  // namespace lacit::html
