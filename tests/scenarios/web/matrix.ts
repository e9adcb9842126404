import { ROLES, type Role } from '../../../domain/town.ts'

const CASES = ['officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer'] as const

/** Who may use each route, written down by hand: a route that is not here fails the test, and so does one that lets in others. */
export const MATRIX: Readonly<Record<string, readonly Role[] | 'anyone'>> = {
  'GET /api/sign-in/ways': 'anyone',
  'GET /api/me': 'anyone',
  'POST /api/sign-in/code': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-in/link': 'anyone',
  'POST /api/sign-out': 'anyone',
  'GET /api/live': CASES,
  'POST /api/cases/:no/acts': CASES,
  'GET /api/assessment': ['officer', 'head', 'dispatcher', 'leader', 'supervisor'],
  'GET /api/assessment/file': ['dispatcher', 'leader', 'supervisor'],
  'POST /api/assessment/appeals': ['head'],
  'POST /api/assessment/appeals/:entry': ['dispatcher', 'leader', 'supervisor'],
  'GET /api/openapi.json': ROLES,
  'GET /api/health': ['admin'],
  'GET /api/setup': ['admin'],
  'POST /api/setup/check': ['admin'],
  'POST /api/setup': ['admin'],
}
