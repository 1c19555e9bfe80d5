// The parts of a form, one function each. What script shows and hides later is in the page from the start, hidden: so
// both views know it, and without script nothing is missed.
#pragma once

#include <string>
#include <string_view>

#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

/// The site's sentence for a code of `form_words`; limits and the captcha's provider are filled in.
[[nodiscard]] std::string form_word(const content::Site& site, std::string_view code);

/// All sentences that script says, `code=sentence` a line: the form's `data-value`.
[[nodiscard]] std::string form_words(const content::Site& site);

/// A text that script fills in: both views follow it (web/painted/page_changes.js).
NodeId add_told(Tree& tree, NodeId parent, Kind kind, Style style);

/// Name, e-mail, topic, message: whatever the form asks for, two narrow ones side by side.
void describe_fields(const SectionContext& context, NodeId card, const content::FormSection& section);

/// The file field with its list of what is attached.
void describe_attachments(const SectionContext& context, NodeId card, const content::Form& form);

/// A field that people never see and programs fill in (form-backend 28).
void describe_trap(const SectionContext& context, NodeId card);

/// What is wrong, with a link to each field. Before the fields.
void describe_faults(const SectionContext& context, NodeId card, const content::Form& form);

/// How the sending goes. After the fields.
void describe_sending(const SectionContext& context, NodeId card);

/// What asks before a provider is asked, and the provider's notice; nothing where the site has none.
void describe_captcha(const SectionContext& context, NodeId card);

/// Thanks, in the form's place.
void describe_done(const SectionContext& context, NodeId parent);

}  // namespace lacit::describe
