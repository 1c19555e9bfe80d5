// Metrics that can be checked by head: every character is half an em wide, bold ones three quarters.
#pragma once

#include "layout/measurer.h"

namespace lacit::tests {

class FakeMeasurer final : public layout::Measurer {
 public:
  [[nodiscard]] float advance(char32_t /*code_point*/, bool bold) const override { return bold ? 0.75F : 0.5F; }
  [[nodiscard]] bool draws(char32_t code_point, bool /*bold*/) const override { return code_point < 0x250; }
  [[nodiscard]] float ascent() const override { return 0.8F; }
  [[nodiscard]] float descent() const override { return 0.2F; }
};

}  // namespace lacit::tests
