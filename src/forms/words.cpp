#include "forms/words.h"

#include <array>

namespace lacit::forms {
namespace {

using enum Speaker;

constexpr auto all = std::to_array<Word>({
    // Of fields.
    {"required", "Please fill this in."},
    {"email", "This is not an e-mail address. It should look like name@example.org."},
    {"phone", "This is not a phone number. Seven to fifteen digits, such as 504 555 0134."},
    {"option", "Please choose one of the list."},
    {"too_long", "This is too long."},
    {"characters", "This holds characters that cannot be stored."},
    {"consent", "Please agree, so that LA CIT may store and answer your message."},
    {"left", "{n} characters left", browser},
    // Of attachments.
    {"file_type", "A file of this kind cannot be sent, or it is damaged."},
    {"too_many_files", "These are too many files."},
    {"file_virus", "A virus was found in one of the files, so nothing was sent. Please leave it out."},
    {"attach_hint",
     "Up to {files} files of {size} MB each: PDF, Word, Excel, pictures or text. You can also drop or paste them here.",
     browser},
    {"file_large", "{name} is larger than {size} MB and was left out.", browser},
    {"file_kind", "{name} is not of a kind that can be sent and was left out.", browser},
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
    {"captcha_required", "The check against spam is missing. Please send again."},
    {"captcha_failed", "The check against spam did not take you for a person. Please try again, or send without it."},
    {"captcha_down", "The check against spam cannot be reached just now. Please send again in a minute."},
    {"captcha_ask",
     "To keep spam out, this form asks {provider} whether you are a person. That tells {provider} your network address "
     "and what browser you use. Nothing is loaded from there before you press the button.",
     browser},
    {"captcha_load", "Ask {provider} and send", browser},
    {"captcha_without", "Send without it", browser},
    {"rate_limited", "Many messages came from your network. Please wait a while, then send again."},
    {"forbidden_origin", "This form can only be sent from its own page."},
    {"idempotency_mismatch", "This message was changed after it was sent. Please send it as a new one."},
    {"busy", "The message could not be stored just now. Please send again in a minute."},
    {"not_found", "This form is not here."},
    {"problem", "Your message was not sent"},
    {"thanks", "Thank you"},
    {"thanks_text",
     "Your message was stored. Its reference is {reference}. In danger, call 911. In crisis, call or text 988."},
    {"again", "Press the button once more to confirm that you are a person. What you wrote is still here.", server},
    {"confirm", "One more step", server},
    // While it is sent.
    {"sending", "Sending your message…", browser},
    {"progress", "{percent} % sent", browser},
    {"cancel", "Stop sending", browser},
    {"stopped", "Sending was stopped. What you wrote is still here.", browser},
    {"offline", "You are offline. What you wrote is kept here and is sent when the connection is back.", browser},
    {"lost", "The connection was lost. Trying again in {seconds} s.", browser},
    {"failed", "The message could not be sent. What you wrote is kept here: please try again later.", browser},
    {"kept", "What you wrote before is here again.", browser},
    {"another", "Write another message", browser},
});

}  // namespace

std::span<const Word> words() { return all; }

std::string_view english(std::string_view code) {
  for (const Word& word : all) {
    if (word.code == code) return word.english;
  }
  return "This did not work. Please try again.";
}

}  // namespace lacit::forms
