// libvips' pictures with an owner, and its errors as words.
#pragma once

#include <vips/vips.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace lacit::codecs {

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

/// What a picture cannot be shown for.
class Problem : public std::exception {
 public:
  explicit Problem(base::Error error) : error_(std::move(error)) {}
  Problem(std::string what, std::string mend) : Problem(base::Error{std::move(what), std::move(mend)}) {}

  [[nodiscard]] const char* what() const noexcept override { return error_.what.c_str(); }
  [[nodiscard]] const base::Error& error() const { return error_; }

 private:
  base::Error error_;
};

/// libvips' own words about what just failed, in one line; forgets them.
[[nodiscard]] std::string last_error();

/// Of what just failed.
[[nodiscard]] Problem damaged();

/// Gives a picture the ICC profile that its colours are to be read by.
void set_profile(VipsImage* image, std::string_view profile);

/// The picture that a libvips call made. Throws `Problem` with its words where it failed: that is a picture whose
/// pixels cannot be had, whatever the call was for.
template <typename Call>
[[nodiscard]] Image made(Call call) {
  VipsImage* out = nullptr;
  if (call(&out) != 0) throw damaged();
  return Image(out);
}

}  // namespace lacit::codecs
