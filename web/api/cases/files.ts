import { z } from 'zod'
import { readsEvidence } from '../../../domain/evidence/readers.ts'
import { findTown } from '../../../domain/people/directory.ts'
import { pictureKind } from '../../cases/picture.ts'
import { CASES } from '../../roles.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { CASE } from '../../wording/case.ts'
import { caseOf } from './find.ts'
import { Download, PageRefusal, route } from '../route.ts'

/** A file of a case, by its id; a picture is shown, anything else is saved. */
export const fileRoute = route({
  method: 'GET',
  path: '/api/cases/:no/files/:id',
  summary: ROUTES.file,
  roles: CASES,
  query: z.strictObject({ small: z.literal('1').optional() }),
  answer: null,
  async handle(ask) {
    const { desk, viewer, params, query } = ask
    const { store, media } = desk.ctx
    const task = await caseOf(ask)
    const hand = { task, town: findTown(desk.ctx, task.town), policy: findTown(desk.ctx, task.town).policy }
    if (!readsEvidence(hand, viewer.userid)) throw new PageRefusal(404, API.notFound)
    const files = await store.attachments(task.id)
    const at = files.findIndex(({ id }) => id === params['id'])
    const file = files[at]
    const sha256 = query.small === '1' ? (file?.thumb ?? file?.sha256) : file?.sha256
    const bytes = sha256 ? await media.read(sha256) : null
    if (!bytes) throw new PageRefusal(404, API.notFound)
    const kind = pictureKind(bytes)
    // whoever sent it may have put a name into the name of the file
    const name = `${CASE.file(task.caseNo, at + 1)}${endingOf(kind, file?.name ?? null)}`
    const small = query.small === '1' && kind !== null
    const saved = { inline: kind !== null, ...(small ? { logged: null } : {}) }
    return new Download(bytes, name, kind ?? 'application/octet-stream', saved)
  },
})

const ENDING = /\.[a-z0-9]{1,5}$/i

const endingOf = (kind: string | null, name: string | null): string =>
  kind ? `.${kind.slice('image/'.length)}` : (ENDING.exec(name ?? '')?.[0] ?? '')
