#include "platform/web/pictures.h"

#include <GLES3/gl3.h>
#include <emscripten/em_js.h>

#include <algorithm>

#include "paint/placeholder.h"

// clang-format off
// The macro's body is JavaScript. GLctx is Emscripten's current context; the texture is bound by the caller. The browser
// converts to sRGB, as it does for the element itself (UNPACK_COLORSPACE_CONVERSION_WEBGL is BROWSER_DEFAULT_WEBGL).
EM_JS(void, lacit_upload_picture, (int id), {
  GLctx.pixelStorei(GLctx.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA8, GLctx.RGBA, GLctx.UNSIGNED_BYTE, Module["pictures"][id]);
});
// clang-format on

namespace lacit::web {

using document::NodeId;

namespace {

GLuint new_texture(GLint when_smaller) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, when_smaller);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return texture;
}

void free_all(const std::vector<ImTextureID>& ids) {
  for (const ImTextureID id : ids) {
    const auto texture = static_cast<GLuint>(id);
    glDeleteTextures(1, &texture);
  }
}

}  // namespace

void Pictures::upload(NodeId id, base::Size size) {
  // Mipmaps: pictures are drawn smaller than they come, and would glitter without. They are made of the encoded sRGB
  // values and so are the browsers' own, which the canvas must agree with.
  const GLuint texture = new_texture(GL_LINEAR_MIPMAP_LINEAR);
  lacit_upload_picture(id);
  glGenerateMipmap(GL_TEXTURE_2D);
  free_all(cache_.put(id, texture, size));
}

void Pictures::clear() { free_all(cache_.clear()); }

bool Pictures::begin_frame(double now, bool at_once) {
  // After a pause the first step is one frame long, not the whole pause.
  const double passed = std::clamp(now - painted_at_, 0.0, 1.0 / 30);
  painted_at_ = now;
  free_all(cache_.forget_idle());
  return cache_.step(static_cast<float>(passed), at_once);
}

paint::Picture Pictures::find(NodeId id, std::string_view placeholder) {
  paint::Picture picture = cache_.find(id);
  if (picture.placeholder != 0 || (picture.texture != 0 && picture.opacity >= 1)) return picture;
  const auto pixels = paint::placeholder_pixels(placeholder);
  if (!pixels) return picture;
  picture.placeholder = new_texture(GL_LINEAR);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, paint::placeholder_columns, paint::placeholder_rows, 0, GL_RGBA,
               GL_UNSIGNED_BYTE, pixels->data());
  cache_.put_placeholder(id, picture.placeholder);
  return picture;
}

}  // namespace lacit::web
