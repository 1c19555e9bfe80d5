#include "content/default_words.h"

namespace lacit::content {
namespace {

using enum Speaker;

constexpr auto form_words = std::to_array<DefaultWord>({
    // Of fields.
    {"required", "Please fill this in."},
    {"email", "This is not an e-mail address. It should look like name@example.org."},
    {"phone", "This is not a phone number. It needs seven to fifteen digits."},
    {"option", "Please choose one of the list."},
    {"too_long", "This is too long."},
    {"characters", "This holds characters that cannot be stored."},
    {"consent", "Please agree, so that your message may be stored and answered."},
    // Of a field that is hidden from people: to be left empty, should anybody meet it.
    {"trap", "Please leave this empty", page},
    {"left", "Characters left: {n}", browser},
    // Of attachments.
    {"file_type", "A file of this kind cannot be sent, or it is damaged."},
    {"file_empty", "One of the files is empty, so nothing was sent. Please leave it out or choose it again."},
    {"too_many_files", "These are too many files."},
    {"file_virus", "A virus was found in one of the files, so nothing was sent. Please leave it out."},
    {"attach_hint",
     "Up to {files} files of {size} MB each: PDF, Word, Excel, pictures or text. You can also drop or paste them here.",
     page},
    {"file_large", "{name} is larger than {size} MB and was left out.", browser},
    {"file_kind", "{name} is not of a kind that can be sent and was left out.", browser},
    {"file_blank", "{name} is empty and was left out.", browser},
    {"file_extra", "No more than {files} files can be sent. {name} was left out.", browser},
    {"attached", "{name} was attached.", browser},
    {"remove", "Remove", browser},
    {"removed", "{name} was removed.", browser},
    // Of a whole message.
    {"invalid", "Some of what was sent cannot be used. Please look at the marked fields."},
    {"too_large", "That was too much to send at once. Please leave files out or make them smaller."},
    {"proof_required", "The check against spam is missing. Please send again."},
    {"proof_invalid", "The check against spam failed. Please send again."},
    {"proof_expired", "This page was open for long. Please send again."},
    {"proof_used", "This was sent before. Please send again if you mean it."},
    {"files_again", "Files must be chosen again: no page may choose them for you.", server},
    {"go_back", "Go back: what you wrote is still in the form.", server},
    {"captcha_required", "The check against spam is missing. Please send again."},
    {"captcha_failed", "The check against spam did not take you for a person. Please try again, or send without it."},
    {"captcha_down", "The check against spam cannot be reached just now. Please send again in a minute."},
    {"captcha_ask",
     "To keep spam out, this form asks {provider} whether you are a person. That tells {provider} your network address "
     "and what browser you use. Nothing is loaded from there before you press the button.",
     page},
    {"captcha_load", "Ask {provider} and send", page},
    {"captcha_without", "Send without it", page},
    {"rate_limited", "Many messages came from your network. Please wait a while, then send again."},
    {"forbidden_origin", "This form can only be sent from its own page."},
    {"idempotency_mismatch", "This message was changed after it was sent. Please send it as a new one."},
    {"busy", "The message could not be stored just now. Please send again in a minute."},
    {"no_room", "Files cannot be taken just now. Please send again without them, or with them later."},
    {"not_found", "This form is not here."},
    {"unsupported_media", "This was not sent as a form. Please send it from the form's own page."},
    {"problem", "Your message was not sent"},
    {"thanks", "Thank you"},
    {"thanks_text", "Your message was stored. Its reference is {reference}. {crisis}", both, "{crisis}"},
    {"again", "Press the button once more to confirm that you are a person. What you wrote is still here.", server},
    {"confirm", "One more step", server},
    // While it is sent.
    {"sending", "Sending your message…", browser},
    {"progress", "{percent} % sent", browser},
    {"cancel", "Stop sending", page},
    {"stopped", "Sending was stopped. What you wrote is still here.", browser},
    {"offline", "You are offline. What you wrote is kept here and is sent when the connection is back.", browser},
    {"lost", "The connection was lost. Trying again in {seconds} s.", browser},
    {"failed", "The message could not be sent. What you wrote is kept here: please try again later."},
    {"kept", "What you wrote before is here again.", browser},
    {"another", "Write another message", page},
});

// What stands around every page. The other words of the frame are for each site to write.
constexpr auto words = std::to_array<DefaultWord>({
    {"navigation", "Main", page},
});

constexpr auto captcha = std::to_array<DefaultWord>({
    // Its provider asks for this sentence where its badge is.
    {"notice",
     "This site is protected by reCAPTCHA and the Google [Privacy Policy](https://policies.google.com/privacy) and "
     "[Terms of Service](https://policies.google.com/terms) apply.",
     page},
});

// {hour} is 0 to 23, {hour2} the same in two digits, {hour12} 1 to 12.
constexpr auto dates = std::to_array<DefaultWord>({
    {"date", "{month} {day}, {year}", page},
    {"time", "{hour12}:{minute} {half}", page, "{hour}{hour2}{hour12}{half}"},
    {"before_noon", "am", page},
    {"after_noon", "pm", page},
    {"date_time", "{date}, {time}", page},
    {"times", "{from} to {to}", page},
    {"days", "{from} to {to}", page},
    {"in_zone", "{when} ({zone})", page},
    {"zone", "{city} time", page},
});

constexpr auto notices = std::to_array<DefaultWord>({
    {"heading", "Notices", page},
    {"description", "The fonts and libraries that this site is made with, and their licences.", page},
    {"text", "This site is made with the work of others. Their licences ask that these texts go with it.", page},
});

// What the server says where it has no page to show.
constexpr auto refusals = std::to_array<DefaultWord>({
    {"unreadable", "This address cannot be read. The start page is at /.", server},
    {"not_found", "This page is not here. The start page is at /.", server},
    {"too_large", "This is more than can be taken at once.", server},
    {"failed", "This cannot be shown just now. Please try again in a minute.", server},
    // Said plainly: somebody has just written a message and must know what became of it.
    {"no_forms",
     "Your message was not sent: this site cannot receive messages yet. Go back, and what you wrote is still there to "
     "copy. {crisis}",
     server, "{crisis}"},
});

}  // namespace

std::span<const DefaultWord> default_words(WordGroup group) {
  switch (group) {
    case WordGroup::words: return words;
    case WordGroup::form_words: return form_words;
    case WordGroup::captcha: return captcha;
    case WordGroup::dates: return dates;
    case WordGroup::notices: return notices;
    case WordGroup::refusals: break;
  }
  return refusals;
}

std::string_view key_of(WordGroup group) {
  static constexpr std::array<std::string_view, 6> keys = {"words", "form_words", "captcha",
                                                           "dates", "notices",    "refusals"};
  return keys[static_cast<std::size_t>(group)];
}

std::string_view english(WordGroup group, std::string_view code) {
  for (const DefaultWord& word : default_words(group)) {
    if (word.code == code) return word.english;
  }
  return {};
}

const std::array<std::string_view, 12>& english_months() {
  static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
  return months;
}

bool is_english(std::string_view language) { return language == "en" || language.starts_with("en-"); }

}  // namespace lacit::content
