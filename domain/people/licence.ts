import type { Person } from '../town.ts'

type Licensed = Pick<Person, 'licence' | 'licenceUntil'>

/** A licence for enforcement that is valid on the day (YYYY-MM-DD). */
export const isLicensed = ({ licence, licenceUntil }: Licensed, day: string): boolean =>
  licence !== null && licence !== '' && (licenceUntil === null || day <= licenceUntil)

/** May this person investigate on that day: an officer, with a licence that is valid (行政处罚法 §42)? */
export const mayInvestigate = (person: Person, day: string): boolean =>
  (person.roles.includes('officer') || person.roles.includes('head')) && isLicensed(person, day)
