import type { Component } from 'vue'
import type { Role } from '../../../domain/town.ts'
import { ADMIN, CASES, WATCH } from '../../roles.ts'
import type { GROUPS, PAGES } from './wording/menu.ts'

/** One page: its address, who may open it, and where it stands in the menu (`menu: false` = it is reached from others). */
export type Page = Readonly<{
  name: keyof typeof PAGES
  path: string
  roles: readonly Role[]
  group: keyof typeof GROUPS
  menu?: false
  /** its own whole screen, without the menu */
  bare?: true
  page: () => Promise<Component>
}>

/** All pages, in the order of the menu; the first one somebody may open is his first page. */
export const PAGE_LIST: readonly Page[] = [
  { name: 'board', path: '/', roles: CASES, group: 'work', page: () => import('./pages/board/BoardPage.vue') },
  {
    name: 'assessment',
    path: '/assessment',
    roles: ['officer', 'head', ...WATCH],
    group: 'result',
    page: () => import('./pages/assessment/AssessmentPage.vue'),
  },
  { name: 'setup', path: '/setup', roles: ADMIN, group: 'system', page: () => import('./pages/setup/SetupPage.vue') },
  {
    name: 'health',
    path: '/health',
    roles: ADMIN,
    group: 'system',
    page: () => import('./pages/health/HealthPage.vue'),
  },
]
