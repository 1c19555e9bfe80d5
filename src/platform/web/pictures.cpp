#include "platform/web/pictures.h"

#include <GLES3/gl3.h>
#include <emscripten/em_js.h>

// clang-format off
// The macro's body is JavaScript. GLctx is Emscripten's current context; the texture is bound by the caller.
EM_JS(void, lacit_upload_picture, (int id), {
  GLctx.pixelStorei(GLctx.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA8, GLctx.RGBA, GLctx.UNSIGNED_BYTE, Module["pictures"][id]);
});
// clang-format on

namespace lacit::web {

using document::NodeId;

void Pictures::upload(NodeId id, base::Size size) {
  paint::Picture& picture = pictures_[id];
  auto texture = static_cast<GLuint>(picture.texture);
  if (texture == 0) glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  lacit_upload_picture(id);
  // Mipmaps: pictures are drawn smaller than they come, and would glitter without.
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  picture = {.texture = texture, .size = size};
}

void Pictures::clear() {
  for (const auto& [id, picture] : pictures_) {
    const auto texture = static_cast<GLuint>(picture.texture);
    glDeleteTextures(1, &texture);
  }
  pictures_.clear();
}

paint::Picture Pictures::find(NodeId id) const {
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? paint::Picture{} : found->second;
}

}  // namespace lacit::web
