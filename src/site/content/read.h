// One function a type of the model: JSON object to struct. They declare keys; the reader does the rest.
#pragma once

#include "content/model.h"
#include "content/reader.h"

namespace lacit::content {

void read_link(Reader& reader, Link& link);
void read_source(Reader& reader, Source& source);
void read_picture(Reader& reader, Picture& picture);
void read_form(Reader& reader, Form& form);
void read_theme(Reader& reader, Theme& theme);
void read_people(Reader& reader, People& people);
void read_events(Reader& reader, Events& events);
void read_directory(Reader& reader, Directory& directory);
void read_gallery(Reader& reader, Gallery& gallery);
void read_form_section(Reader& reader, FormSection& section);
void read_section(Reader& reader, Section& section);
void read_page(Reader& reader, Page& page);
void read_site(Reader& reader, Site& site);

/// The kinds of section as `kind` names them.
[[nodiscard]] std::span<const std::string_view> section_kinds();

// Limits in characters, the same for every section. Each leaves half as much again over the longest text that reads
// well.
inline constexpr std::size_t heading_length = 90;      ///< Two lines of an h2 on a phone are about 60.
inline constexpr std::size_t lead_length = 500;        ///< Some six lines at 65 characters.
inline constexpr std::size_t paragraph_length = 1200;  ///< Beyond it nobody reads on; split it.
inline constexpr std::size_t label_length = 60;        ///< A button or link on one line of a phone is about 30.

inline constexpr ListRule some_sources{.least = 0, .most = 30};
inline constexpr ListRule up_to_three_actions{.least = 0, .most = 3};

/// The heading that names the section (h2).
inline void read_heading(Reader& reader, std::string& heading, Need need = Need::required) {
  reader.text("heading", heading, {.most = heading_length, .need = need});
}
inline void read_lead(Reader& reader, RichText& lead) {
  reader.rich("lead", lead, {.most = lead_length, .need = Need::optional});
}

}  // namespace lacit::content
