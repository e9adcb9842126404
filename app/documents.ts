import { join } from 'node:path'
import { placesOf } from '../config/duties/places.ts'
import type { Documents } from '../context.ts'
import { openPress } from '../documents/press.ts'
import { ownTemplates } from '../documents/ownTemplates.ts'

/** Documents by the templates of each township, and by ours where it has none of its own; a changed template counts from the next one on. */
export function openDocuments(root: string): Documents & Readonly<{ close(): Promise<void> }> {
  const press = openPress()
  const places = placesOf(root)
  return {
    async make(town, input) {
      const place = (await places)?.find(({ code }) => code === town)
      const own = place ? [join(place.folder, 'documents')] : []
      return press.make({ folders: [...own, ownTemplates()], input })
    },
    close: () => press.close(),
  }
}
