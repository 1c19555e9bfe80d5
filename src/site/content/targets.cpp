#include "content/targets.h"

#include <algorithm>
#include <optional>

#include "base/suggest.h"
#include "content/href.h"

namespace lacit::content {

Targets::Targets(std::string_view site_region, const Context& context) : site_region_(site_region) {
  pages_.insert(context.pages.begin(), context.pages.end());
  unread_.insert(context.unread_pages.begin(), context.unread_pages.end());
  unread_.insert(generated_pages.begin(), generated_pages.end());
  for (const std::string_view needed : needed_pages) {
    // Where one is missing, that is told of once and not by every link.
    if (!pages_.contains(std::string(needed))) unread_.emplace(needed);
  }
  for (const Mention& anchor : context.anchors) anchors_[anchor.page].push_back(&anchor);
}

void Targets::check(Context& context, const Mention& link) const {
  const std::optional<LocalTarget> target = local_target(link.text);
  if (!target) return;
  if (target->slug.empty() && link.page.empty()) {
    return context.report(link.where, "\"" + link.text + "\" names no page", "write the page too, as in /#contact");
  }
  if (link.text.starts_with("/home/")) {
    return context.report(link.where, "the home page is not at /home/", "write " + link.text.substr(5));
  }
  const std::string& page = target->slug.empty() ? link.page : target->slug;
  if (page == "404") {
    return context.report(link.where, "the page for what is not found is no target", "link to another page");
  }
  if (unread_.contains(page)) return;
  if (!pages_.contains(page)) return no_page(context, link, page);
  if (!target->anchor.empty()) check_anchor(context, link, page, target->anchor);
}

void Targets::no_page(Context& context, const Mention& link, const std::string& page) const {
  const std::vector<std::string_view> known(pages_.begin(), pages_.end());
  const std::string_view near = base::nearest(page, known);
  context.report(link.where, "there is no page \"" + excerpt(page) + "\"",
                 near.empty() ? "add " + page_file(excerpt(page)) + ", or correct the link"
                              : "did you mean /" + std::string(near) + "/?");
}

void Targets::check_anchor(Context& context, const Mention& link, const std::string& page,
                           const std::string& anchor) const {
  // What visitors of this site see; a link for another region is judged by what is seen there.
  const std::string& view = link.region.empty() ? site_region_ : link.region;
  const auto found = anchors_.find(page);
  std::vector<std::string_view> shown;
  const Mention* hidden = nullptr;
  for (const Mention* each : found == anchors_.end() ? std::vector<const Mention*>{} : found->second) {
    if (shown_together(each->region, view)) {
      shown.push_back(each->text);
    } else if (each->text == anchor) {
      hidden = each;
    }
  }
  if (std::ranges::find(shown, anchor) != shown.end()) return;
  if (hidden != nullptr) {
    return context.report(
        link.where,
        "the anchor \"" + anchor + "\" is only in a section for the region \"" + hidden->region + "\", not shown here",
        "link to what is shown in \"" + view + "\", or give this section the same region");
  }
  const std::string_view near = base::nearest(anchor, shown);
  context.report(link.where, "the page \"" + page + "\" has no anchor \"" + excerpt(anchor) + "\"",
                 near.empty() ? "give its section \"anchor\": \"" + excerpt(anchor) + "\""
                              : "did you mean #" + std::string(near) + "?");
}

}  // namespace lacit::content
