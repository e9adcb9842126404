import { describe, expect, it } from 'vitest'
import type { Entry } from '../../domain/book/entry.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import { whileIn } from '../../domain/book/desk.ts'
import { stale } from '../../domain/notice/stale.ts'

const booking = (state: string): Entry =>
  ({
    id: 'e1',
    kind: 'permit',
    town: 'QS',
    year: 2026,
    seq: 1,
    no: 'QS-XK2026-0001',
    taskId: null,
    version: 1,
    state,
    owner: 'shichang',
    dueAt: null,
    at: new Date(0),
    data: {},
  }) as unknown as Entry
const ASKED: NoticeBody = whileIn(booking('asked'), { kind: 'unknown-command', nearest: [] })

describe('a reminder of something in the book that was held back over the night', () => {
  it('is said while it still waits', () => {
    expect(stale(ASKED, null, booking('asked'))).toBeNull()
  })

  it('is not said once it was answered', () => {
    expect(stale(ASKED, null, booking('answered'))).toContain('answered')
  })

  it('is said where nothing can be looked up any more', () => {
    expect(stale(ASKED, null, null)).toBeNull()
  })
})
