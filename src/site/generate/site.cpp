#include "generate/site.h"

#include <set>

#include "describe/describe.h"
#include "document/row_ratio.h"
#include "document/tree_file.h"
#include "forms_file/refusals_file.h"
#include "generate/assets.h"
#include "generate/calendar.h"
#include "generate/files.h"
#include "generate/forms.h"
#include "generate/notices.h"
#include "generate/output.h"
#include "generate/pictures.h"
#include "html/css_printer.h"
#include "html/document.h"

namespace lacit::generate {
namespace {

std::string file_of(const std::string& path) {
  if (path == "/404.html") return "404.html";
  return path.substr(1) + "index.html";
}

std::set<int> row_ratios(const std::vector<content::Page>& pages) {
  std::set<int> percents;
  for (const content::Page& page : pages) {
    for (const content::Section& section : page.sections) {
      const auto* gallery = std::get_if<content::Gallery>(&section.body);
      if (gallery == nullptr) continue;
      for (const content::Picture& picture : gallery->pictures) {
        percents.insert(document::row_ratio_percent(picture.width, picture.height));
      }
    }
  }
  return percents;
}

class Site {
 public:
  Site(const content::Content& content, const Options& options)
      : content_(content), options_(options), assets_(options, output_) {}

  base::Result<Summary> run() {
    if (const auto prepared = assets_.publish(content_.site); !prepared) return prepared.error();
    std::vector<content::Page> pages = content_.pages;
    assets_.add_row_ratios(row_ratios(pages));
    if (!options_.licences.empty()) {
      auto notices = notices_page(content_.site, options_.licences);
      if (!notices) return notices.error();
      pages.push_back(std::move(notices.value()));
    }
    if (const auto developed = add_pictures(pages); !developed) return developed.error();
    for (const content::Page& page : pages) add_page(page);
    add_listings(pages);
    add_forms(pages);
    if (!assets_.missing().empty()) return base::Error{assets_.missing()};
    if (!too_large_.empty()) return base::Error{too_large_};
    if (const auto written = output_.write(options_.out, options_.cache); !written) {
      return written.error();
    }
    return Summary{.pages = pages.size(),
                   .files = output_.count(),
                   .bytes = output_.bytes(),
                   .pictures = pictures_.count(),
                   .developed = pictures_.anew()};
  }

 private:
  base::Result<bool> add_pictures(const std::vector<content::Page>& pages) {
    if (options_.studio == nullptr) return true;
    return pictures_.publish(*options_.studio, shown_pictures(content_.site.region, pages),
                             content_.site.theme.light.at("paper"), output_);
  }

  markup::Media resolve(std::string_view file) {
    if (const markup::Media* developed = pictures_.find(file)) return *developed;
    return {.address = assets_.media(file), .srcset = {}, .formats = {}};
  }

  void add_page(const content::Page& page) {
    const document::Tree tree = describe::describe_page(content_.site, page);
    if (!tree.complete()) {
      too_large_ = "the page \"" + page.slug + "\" has too many parts; lacit check says so too";
      return;
    }
    const document::Palettes palettes{.light = html::palette_of(content_.site.theme.light),
                                      .dark = html::palette_of(content_.site.theme.dark)};
    const std::string path = describe::page_path(page);
    const std::string tree_file =
        options_.web.empty() ? "" : output_.add_asset(page.slug + ".tree", document::write_tree(tree, palettes));
    output_.add(file_of(path), html::print_document({.site = content_.site,
                                                     .page = page,
                                                     .tree = tree,
                                                     .assets = assets_.addresses(tree),
                                                     .path = path,
                                                     .tree_file = tree_file,
                                                     .shell = options_.shell},
                                                    resolve_));
    add_calendars(page);
  }

  void add_calendars(const content::Page& page) {
    for (const content::Section& section : page.sections) {
      const auto* events = std::get_if<content::Events>(&section.body);
      const bool shown = section.region.empty() || section.region == content_.site.region;
      if (events == nullptr || !shown) continue;
      for (const content::Event& event : events->events) add_calendar(event, describe::page_path(page));
    }
  }

  void add_calendar(const content::Event& event, const std::string& page_path) {
    const std::string path = "events/" + event.id + ".ics";
    const auto published = read_file(options_.out / path);
    const auto print = [&](const Revision& revision) {
      return calendar_file(content_.site, event, page_path, revision);
    };
    output_.add(path, revised(print, published ? published.value() : "", options_.now));
  }

  void add_forms(const std::vector<content::Page>& pages) {
    const document::Tree frame = describe::describe_page(content_.site, pages.front());
    output_.add(std::string(forms::refusals_path), forms::write_refusals(refusals(content_.site)));
    output_.add(
        std::string(forms::forms_path),
        forms::write_forms(forms_file(content_.site, pages, assets_.addresses(frame), options_.shell, resolve_)));
  }

  // sitemaps.org 0.9, and robots.txt (RFC 9309) that names it.
  void add_listings(const std::vector<content::Page>& pages) {
    std::string urls;
    for (const content::Page& page : pages) {
      if (page.listed) urls += "<url><loc>" + content_.site.url + describe::page_path(page) + "</loc></url>\n";
    }
    output_.add("sitemap.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" +
                    urls + "</urlset>\n");
    output_.add("robots.txt", "User-agent: *\nDisallow: /api/\nSitemap: " + content_.site.url + "/sitemap.xml\n");
  }

  const content::Content& content_;
  const Options& options_;
  Output output_;
  Assets assets_;
  Pictures pictures_{options_.cache};
  std::string too_large_;
  const markup::Resolver resolve_ = [this](std::string_view file) { return resolve(file); };
};

}  // namespace

base::Result<Summary> generate(const content::Content& content, const Options& options) {
  return Site(content, options).run();
}

}  // namespace lacit::generate
