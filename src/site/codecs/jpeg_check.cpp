#include "codecs/jpeg_check.h"

#include <algorithm>
#include <array>
#include <cstdio>
// After cstdio, whose FILE it takes for granted.
#include <jpeglib.h>

#include <jerror.h>

#include <string>
#include <vector>

#include "codecs/image.h"

namespace lacit::codecs {
namespace {

/// More than any encoder makes; a few bytes each can ask for the whole picture to be gone over once more.
constexpr int most_scans = 500;

/// libjpeg's messages that say: here pixels are missing, or are not those that were written (jerror.h).
bool is_loss(int message) {
  return message == JWRN_HIT_MARKER || message == JWRN_HUFF_BAD_CODE || message == JWRN_ARITH_BAD_CODE ||
         message == JWRN_MUST_RESYNC;
}

[[noreturn]] void refuse(j_common_ptr library) {
  std::array<char, JMSG_LENGTH_MAX> words{};
  library->err->format_message(library, words.data());
  throw Problem("the picture is damaged or cut short (" + std::string(words.data()) + ")", "export it anew");
}

/// What libjpeg reads from.
struct Bytes {
  std::string_view all;
  bool missed_end = false;
};

/// Of a scan more is left than a coder's filling: its pixels were read wrongly, from a place where bytes are missing.
/// What was skipped lies before the marker that was just read.
bool is_rest_of_pixels(j_common_ptr library) {
  constexpr std::size_t most_filling = 8;
  const auto* reading = reinterpret_cast<j_decompress_ptr>(library);
  const auto& bytes = *static_cast<const Bytes*>(library->client_data);
  const auto count = static_cast<std::size_t>(std::max(0, library->err->msg_parm.i[0]));
  const std::size_t marker = bytes.all.size() - std::min(bytes.all.size(), reading->src->bytes_in_buffer + 2);
  if (bytes.missed_end || reading->input_scan_number == 0 || count <= most_filling || count > marker) return false;
  const std::string_view skipped = bytes.all.substr(marker - count, count);
  return skipped.find_first_not_of(skipped.front()) != std::string_view::npos;
}

void hear(j_common_ptr library, int level) {
  if (level >= 0) return;
  const int message = library->err->msg_code;
  if (is_loss(message) || (message == JWRN_EXTRANEOUS_DATA && is_rest_of_pixels(library))) refuse(library);
}

void say_nothing(j_common_ptr /*library*/) {}
void begin(j_decompress_ptr /*library*/) {}
void end(j_decompress_ptr /*library*/) {}

constexpr std::array<JOCTET, 2> end_of_image{0xFF, JPEG_EOI};

/// As it is told to decoders: where bytes run out, an end is made up. Whether one was missed is known by that.
boolean make_up_an_end(j_decompress_ptr library) {
  static_cast<Bytes*>(library->client_data)->missed_end = true;
  library->src->next_input_byte = end_of_image.data();
  library->src->bytes_in_buffer = end_of_image.size();
  return TRUE;
}

void skip(j_decompress_ptr library, long count) {
  auto left = static_cast<std::size_t>(std::max(0L, count));
  if (left > library->src->bytes_in_buffer) {
    make_up_an_end(library);
    return;
  }
  library->src->next_input_byte += left;
  library->src->bytes_in_buffer -= left;
}

/// One decoding. libjpeg is C: an exception that passes through its frames leaves nothing behind that this does not
/// free.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : bytes_{.all = bytes} {
    library_.err = jpeg_std_error(&errors_);
    errors_.error_exit = refuse;
    errors_.emit_message = hear;
    errors_.output_message = say_nothing;
    jpeg_create_decompress(&library_);
    library_.client_data = &bytes_;
    source_.init_source = begin;
    source_.fill_input_buffer = make_up_an_end;
    source_.skip_input_data = skip;
    source_.resync_to_restart = jpeg_resync_to_restart;
    source_.term_source = end;
    source_.next_input_byte = reinterpret_cast<const JOCTET*>(bytes.data());
    source_.bytes_in_buffer = bytes.size();
    library_.src = &source_;
  }
  ~Reading() { jpeg_destroy_decompress(&library_); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  void all() {
    jpeg_read_header(&library_, TRUE);
    if (jpeg_has_multiple_scans(&library_) != 0) {
      all_scans();
    } else {
      all_lines();
    }
  }

 private:
  [[noreturn]] static void refuse_cut() {
    throw Problem("the picture is damaged or cut short (its end is missing)", "export it anew");
  }

  void all_lines() {
    library_.scale_num = 1;
    library_.scale_denom = 8;
    library_.dct_method = JDCT_IFAST;
    library_.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&library_);
    std::vector<JSAMPLE> line(std::size_t{library_.output_width} *
                              static_cast<std::size_t>(library_.output_components));
    JSAMPROW row = line.data();
    while (library_.output_scanline < library_.output_height) {
      if (jpeg_read_scanlines(&library_, &row, 1) == 0) refuse_cut();
    }
    jpeg_finish_decompress(&library_);  // To the end, which may be missing.
    if (bytes_.missed_end) refuse_cut();
  }

  /// Only coefficients, no pixels.
  void all_scans() {
    library_.buffered_image = TRUE;
    jpeg_start_decompress(&library_);
    std::array<bool, MAX_COMPONENTS> seen{};
    for (int state = JPEG_REACHED_SOS; state != JPEG_REACHED_EOI; state = jpeg_consume_input(&library_)) {
      if (library_.input_scan_number > most_scans) refuse_cut();
      if (state != JPEG_REACHED_SOS) continue;
      for (int i = 0; i < library_.comps_in_scan; ++i) {
        seen.at(static_cast<std::size_t>(library_.cur_comp_info[i]->component_index)) = true;
      }
    }
    const bool all_seen =
        std::all_of(seen.begin(), seen.begin() + library_.num_components, [](bool each) { return each; });
    if (!all_seen || !are_complete()) refuse_cut();
  }

  /// Whether every bit of every coefficient has come that was begun, where they come in passes (ITU-T T.81, G.1.2.1);
  /// without an end of the file, whether all have.
  [[nodiscard]] bool are_complete() const {
    if (library_.coef_bits == nullptr) return !bytes_.missed_end;
    for (int component = 0; component < library_.num_components; ++component) {
      const auto& bits = library_.coef_bits[component];
      const auto missing = [this](int left) { return bytes_.missed_end ? left != 0 : left > 0; };
      if (std::any_of(std::begin(bits), std::end(bits), missing)) return false;
    }
    return true;
  }

  jpeg_error_mgr errors_{};
  jpeg_source_mgr source_{};
  jpeg_decompress_struct library_{};
  Bytes bytes_;
};

}  // namespace

void check_jpeg(std::string_view bytes) { Reading(bytes).all(); }

}  // namespace lacit::codecs
