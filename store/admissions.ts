import type { Admission } from '../domain/admission/admission.ts'
import type { Reading } from './database.ts'
import type { AdmissionModel } from './generated/sqlite/models.ts'
import type { Store } from './store.ts'

export type AdmissionReads = Pick<Store, 'admission' | 'admissionById' | 'admissions'>

/** Tasks pushed down by departments. */
export function admissionReads({ models }: Reading): AdmissionReads {
  return {
    async admission(no) {
      const row = await models.admission.findUnique({ where: { no } })
      return row && admissionOf(row)
    },
    async admissionById(id) {
      const row = await models.admission.findUnique({ where: { id } })
      return row && admissionOf(row)
    },
    async admissions(town, limit) {
      const rows = await models.admission.findMany({
        where: { town },
        orderBy: [{ at: 'desc' }, { no: 'desc' }],
        take: limit,
      })
      return rows.map(admissionOf)
    },
  }
}

const STATUSES: readonly Admission['status'][] = ['held', 'approved', 'refused']

function admissionOf(row: AdmissionModel): Admission {
  return { ...row, status: STATUSES.find((status) => status === row.status) ?? 'held' }
}
