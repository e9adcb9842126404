import { checkNotice } from '../render/check.ts'
import type { RobotMessage } from './messages.ts'

export const ROBOT_LIMITS = { textBytes: 2048, markdownBytes: 4096, imageBytes: 2 * 1024 * 1024 } as const

const PICTURES: readonly Buffer[] = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]

/** What the platform would not accept of a robot's message, one sentence each, without quoting it; empty when it is fine. */
export function checkRobot(message: RobotMessage): string[] {
  switch (message.msgtype) {
    case 'text':
      return checkContent(message.text.content, ROBOT_LIMITS.textBytes)
    case 'markdown':
      return checkContent(message.markdown.content, ROBOT_LIMITS.markdownBytes)
    case 'markdown_v2':
      return checkContent(message.markdown_v2.content, ROBOT_LIMITS.markdownBytes)
    case 'image':
      return checkImage(Buffer.from(message.image.base64, 'base64'))
    case 'file':
      return message.file.media_id === '' ? ['media_id is missing'] : []
    case 'template_card':
      return checkNotice(message.template_card)
  }
}

function checkContent(content: string, most: number): string[] {
  if (content.trim() === '') return ['content is missing']
  return Buffer.byteLength(content) > most ? ['content is too long'] : []
}

function checkImage(data: Buffer): string[] {
  if (data.length > ROBOT_LIMITS.imageBytes) return ['the picture is too large']
  return PICTURES.some((start) => data.subarray(0, start.length).equals(start)) ? [] : ['the picture is no JPG or PNG']
}
