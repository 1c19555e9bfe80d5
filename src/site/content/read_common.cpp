// Parts that several sections have: links, sources, pictures.
#include <vector>

#include "base/suggest.h"
#include "content/read.h"
#include "content/text_rules.h"

namespace lacit::content {

void read_link(Reader& reader, Link& link) {
  reader.text("label", link.label, {.most = label_length});
  reader.text("about", link.about, {.most = label_length, .need = Need::optional, .painted = false});
  reader.href("href", link.href);
  if (!link.about.empty()) return;
  if (const std::optional<base::Error> advice = link_label_advice(link.label)) reader.report("label", *advice);
}

void read_source(Reader& reader, Source& source) {
  reader.text("label", source.label, {.most = 160});
  reader.href("href", source.href);
}

namespace {

/// What to do where no picture has that name.
std::string mend_name(Context& context, const std::string& name) {
  if (context.looks > 0) {
    --context.looks;
    std::vector<std::string_view> names;
    names.reserve(context.media.size());
    for (const auto& [known, picture] : context.media) names.push_back(known);
    if (const std::string_view near = base::nearest(name, names); !near.empty())
      return base::suggestion(name, {&near, 1});
  }
  return "put it into media/, or correct the name";
}

}  // namespace

void read_picture(Reader& reader, Picture& picture) {
  reader.text("file", picture.file, {.most = 80, .format = &format_of::picture});
  reader.text("alt", picture.alt, {.most = 300, .painted = false});
  reader.text("caption", picture.caption, {.most = 240, .need = Need::optional});
  reader.text("credit", picture.credit, {.most = 120, .need = Need::optional});
  if (reader.context() == nullptr || picture.file.empty()) return;
  if (const std::optional<base::Error> advice = alt_advice(picture.alt, picture.file)) reader.report("alt", *advice);
  const Catalogue& media = reader.context()->media;
  const auto found = media.find(picture.file);
  if (found == media.end()) {
    if (!format_of::picture.advice(picture.file)) {
      reader.report("file", "there is no picture \"" + picture.file + "\"", mend_name(*reader.context(), picture.file));
    }
    return;
  }
  if (!found->second) return;  // Told of once, by the file's own name.
  picture.width = found->second.value().width;
  picture.height = found->second.value().height;
  picture.placeholder = found->second.value().placeholder;
}

}  // namespace lacit::content
