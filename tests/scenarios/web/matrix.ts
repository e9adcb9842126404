import { ROLES, type Role } from '../../../domain/town.ts'

const CASES = ['officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer'] as const

const AUDIT = ['auditor', 'security', 'supervisor'] as const
const WATCH = ['dispatcher', 'leader', 'supervisor'] as const

/** Who may use each route, written down by hand: a route that is not here fails the test, and so does one that lets in others. */
export const MATRIX: Readonly<Record<string, readonly Role[] | 'anyone'>> = {
  'GET /api/sign-in/ways': 'anyone',
  'GET /api/me': 'anyone',
  'POST /api/sign-in/code': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-in/link': 'anyone',
  'POST /api/sign-out': 'anyone',
  'GET /api/live': CASES,
  'GET /api/board': CASES,
  'GET /api/board/column': CASES,
  'GET /api/board/choices': CASES,
  'GET /api/map': CASES,
  'POST /api/cases/:no/acts': CASES,
  'GET /api/assessment': ['officer', 'head', 'dispatcher', 'leader', 'supervisor'],
  'GET /api/assessment/file': ['dispatcher', 'leader', 'supervisor'],
  'POST /api/assessment/appeals': ['head'],
  'POST /api/assessment/appeals/:entry': ['dispatcher', 'leader', 'supervisor'],
  'GET /api/cases': CASES,
  'GET /api/cases/:no': CASES,
  'GET /api/cases/:no/files/:id': CASES,
  'GET /api/triage': ['dispatcher', 'leader', 'supervisor'],
  'GET /api/lessons': ['dispatcher', 'leader', 'supervisor'],
  'GET /api/dry-run': ['head', ...WATCH],
  'GET /api/units': ['head', ...WATCH],
  'GET /api/assets': ['head', ...WATCH],
  'GET /api/units/:unit/roster': ['head', ...WATCH],
  'PUT /api/units/:unit/roster': ['head', 'dispatcher', 'leader'],
  'GET /api/duties': [...CASES, 'admin'],
  'POST /api/duties': ['dispatcher', 'admin'],
  'POST /api/duties/import': ['dispatcher', 'admin'],
  'GET /api/duties/versions': [...CASES, 'admin'],
  'GET /api/duties/versions/:id': [...CASES, 'admin'],
  'POST /api/duties/versions/:id/rollback': ['dispatcher', 'admin'],
  'GET /api/rules': ['head', ...WATCH, 'admin'],
  'GET /api/lint': ['head', ...WATCH, 'admin'],
  'GET /api/logs': AUDIT,
  'GET /api/logs/export': AUDIT,
  'GET /api/logs/deliveries': AUDIT,
  'GET /api/logs/verification': AUDIT,
  'POST /api/logs/verification': AUDIT,
  'GET /api/openapi.json': ROLES,
  'GET /api/health': ['admin'],
  'GET /api/setup': ['admin'],
  'POST /api/setup/check': ['admin'],
  'POST /api/setup': ['admin'],
}
