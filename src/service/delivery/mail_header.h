// Header fields of a mail: folded, and of any words (RFC 5322, 2047, 2231).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace lacit::delivery {

/// What a field's value is made of: a line may end between two tokens and nowhere else.
using Tokens = std::vector<std::string>;

/// `Name: token token …` on as many lines as it takes for none to be longer than 76 (RFC 5322, 2.2.3; RFC 2047, 2),
/// without the last line's end.
[[nodiscard]] std::string folded(std::string_view name, const Tokens& tokens);

/// Words of anybody: as they are where they are plain, else as encoded words (RFC 2047), so that nothing in them ends
/// a line or is taken for an encoded word of ours.
[[nodiscard]] Tokens words(std::string_view text);

/// `Name <address>` or a bare address, comma-separated: names are quoted or encoded where they have to be.
[[nodiscard]] Tokens mailboxes(const std::vector<std::string>& all);

/// `name="value"`, or in pieces where it is long or not ASCII (RFC 2231, 3 and 4).
[[nodiscard]] Tokens parameter(std::string_view name, std::string_view value);

/// RFC 5322, 3.3, in UTC. Not by the locale: months have English names.
[[nodiscard]] std::string mail_date(store::Seconds time);

/// `LA CIT <site@example.org>` or the bare address: what stands between SMTP's angle brackets.
[[nodiscard]] std::string envelope_address(std::string_view mailbox);
/// Whether a text is one mailbox (RFC 5322, 3.4) and no more: a bare address, or a name and the address between angle
/// brackets, with nothing behind them. A name with `<>,;:@` stands in quotes, or the text may mean more than one.
[[nodiscard]] bool is_mailbox(std::string_view text);
/// Of all, each once.
[[nodiscard]] std::vector<std::string> envelope_addresses(const std::vector<std::string>& mailboxes);

/// Whether Reply-To may hold it: one `addr-spec` of RFC 5322, 3.4.1, with a dot-atom on either side and nothing quoted
/// or commented, which fits on a line.
[[nodiscard]] bool is_answerable(std::string_view address);

}  // namespace lacit::delivery
