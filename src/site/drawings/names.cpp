#include "drawings/names.h"

#include <algorithm>
#include <array>

namespace lacit::drawings {
namespace {

/// Words between spaces, which read as the list they are.
class Words {
 public:
  constexpr explicit Words(std::string_view list) : list_(list) {}

  [[nodiscard]] bool contain(std::string_view word) const {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    for (std::size_t at = list_.find(word); at != std::string_view::npos; at = list_.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || list_[at - 1] == ' ') && (end == list_.size() || list_[end] == ' ')) return true;
    }
    return false;
  }

 private:
  std::string_view list_;
};

constexpr Words drawn(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath image marker "
    "pattern clipPath mask linearGradient radialGradient stop style filter feBlend feColorMatrix feComponentTransfer "
    "feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA "
    "feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting "
    "feSpotLight feTile feTurbulence");

constexpr Words silent(
    "metadata title desc view color-profile font font-face font-face-src font-face-name font-face-format glyph "
    "missing-glyph hkern vkern altGlyph altGlyphDef altGlyphItem glyphRef flowRoot flowRegion flowPara flowSpan "
    "solidColor solidcolor meshgradient meshGradient hatch");

constexpr Words never_rendered("defs symbol clipPath mask pattern marker linearGradient radialGradient filter");

constexpr Words texts("text tspan textPath");
constexpr Words referring("use linearGradient radialGradient pattern filter textPath");

constexpr Words properties(
    "alignment-baseline background-color baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters "
    "color-rendering cx cy direction display dominant-baseline fill fill-opacity fill-rule filter flood-color "
    "flood-opacity "
    "font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style "
    "font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-weight "
    "glyph-orientation-horizontal "
    "glyph-orientation-vertical height image-rendering isolation kerning letter-spacing lighting-color line-height "
    "marker "
    "marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order r rx ry "
    "shape-rendering "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit "
    "stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-line text-orientation "
    "text-rendering text-transform transform transform-box transform-origin unicode-bidi vector-effect visibility "
    "white-space width word-spacing writing-mode x y");

constexpr Words browsers_own(
    "-webkit-mask -webkit-mask-image all background background-image border border-image d mask-image offset "
    "offset-path "
    "rotate scale translate zoom");

constexpr Words attributes(
    "amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation "
    "exponent filterUnits fr fx fy gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix "
    "kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits "
    "method mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits "
    "points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result "
    "rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset "
    "stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength type values viewBox "
    "width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z");

constexpr Words functions(
    "rgb rgba hsl hsla hwb lab lch oklab oklch color icc-color device-cmyk calc min max matrix matrix3d translate "
    "translatex translatey scale scalex scaley rotate skew skewx skewy blur brightness contrast drop-shadow grayscale "
    "hue-rotate invert opacity saturate sepia circle ellipse inset polygon path rect");

struct Refusal {
  Words elements;
  const char* what;
  const char* mend;
};

constexpr std::array refusals{
    Refusal{Words("script handler listener discard"), "makes the drawing a program", "delete it, a picture needs none"},
    Refusal{Words("animate animateColor animateMotion animateTransform animation mpath set"),
            "moves or changes the drawing", "export it as a still one"},
    Refusal{Words("foreignObject iframe embed object audio video canvas tbreak"),
            "puts another document into the drawing", "convert it to paths or text of the drawing"},
    Refusal{Words("a"), "is a link, and a picture cannot be followed", "take the link off and keep what it holds"},
    Refusal{Words("feImage cursor font-face-uri tref"), "takes something from elsewhere",
            "convert it to paths or embed the picture"},
};

}  // namespace

Treatment element_treatment(std::string_view name) {
  if (drawn.contain(name)) return Treatment::keep;
  return silent.contain(name) ? Treatment::drop : Treatment::refuse;
}

base::Error refusal(std::string_view name) {
  for (const Refusal& each : refusals) {
    if (each.elements.contain(name)) return {each.what, each.mend};
  }
  return {"is no part of a drawing that browsers know", "delete it, or export the drawing anew"};
}

bool is_never_rendered(std::string_view element) { return never_rendered.contain(element); }
bool holds_text(std::string_view element) { return texts.contain(element); }
bool may_refer(std::string_view element) { return referring.contain(element); }
bool is_property(std::string_view name) { return properties.contain(name); }
bool is_browsers_own(std::string_view name) { return browsers_own.contain(name); }
bool is_attribute(std::string_view name) { return attributes.contain(name) || properties.contain(name); }
bool is_function(std::string_view lower_name) { return functions.contain(lower_name); }

}  // namespace lacit::drawings
