import type { Handler } from './handler.ts'
import { push } from './push.ts'
import { respond } from './respond.ts'
import { updateCard } from './update.ts'
import { uploadChunk, uploadFinish, uploadInit } from './upload.ts'
import { welcome } from './welcome.ts'

/** What a bot may say once it is subscribed. */
export const COMMANDS: ReadonlyMap<string, Handler> = new Map([
  ['aibot_respond_msg', respond],
  ['aibot_respond_welcome_msg', welcome],
  ['aibot_respond_update_msg', updateCard],
  ['aibot_send_msg', push],
  ['aibot_upload_media_init', uploadInit],
  ['aibot_upload_media_chunk', uploadChunk],
  ['aibot_upload_media_finish', uploadFinish],
])
