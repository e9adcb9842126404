import type { Component } from 'vue'
import { ROLES, type Role } from '../../../domain/town.ts'
import { ADMIN, CASES, READS_LOGS, WATCH } from '../../roles.ts'
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
    name: 'health',
    path: '/health',
    roles: ADMIN,
    group: 'system',
    page: () => import('./pages/health/HealthPage.vue'),
  },
  { name: 'setup', path: '/setup', roles: ADMIN, group: 'system', page: () => import('./pages/setup/SetupPage.vue') },
  {
    ...{ name: 'units', path: '/units', roles: ['head', ...WATCH], group: 'people' },
    page: () => import('./pages/units/UnitsPage.vue'),
  },
  {
    ...{ name: 'roster', path: '/roster', roles: ['head', ...WATCH], group: 'people' },
    page: () => import('./pages/units/RosterPage.vue'),
  },
  {
    ...{ name: 'duties', path: '/duties', roles: [...CASES, 'admin'], group: 'people' },
    page: () => import('./pages/duties/DutiesPage.vue'),
  },
  {
    ...{ name: 'rules', path: '/rules', roles: ['head', ...WATCH, 'admin'], group: 'people' },
    page: () => import('./pages/rules/RulesPage.vue'),
  },
  {
    ...{ name: 'logs', path: '/logs', roles: READS_LOGS, group: 'system' },
    page: () => import('./pages/logs/LogsPage.vue'),
  },
  {
    name: 'wall',
    path: '/wall',
    roles: CASES,
    group: 'work',
    bare: true,
    page: () => import('./pages/wall/WallPage.vue'),
  },
  { name: 'triage', path: '/triage', roles: WATCH, group: 'work', page: () => import('./pages/triage/TriagePage.vue') },
  { name: 'cases', path: '/cases', roles: CASES, group: 'work', page: () => import('./pages/cases/CaseList.vue') },
  {
    name: 'case',
    path: '/cases/:no',
    roles: CASES,
    group: 'work',
    menu: false,
    page: () => import('./pages/case/CasePage.vue'),
  },
  {
    name: 'assessment',
    path: '/assessment',
    roles: ['officer', 'head', ...WATCH],
    group: 'result',
    page: () => import('./pages/assessment/AssessmentPage.vue'),
  },
  {
    name: 'sessions',
    path: '/sessions',
    roles: ROLES,
    group: 'system',
    page: () => import('./pages/sessions/SessionsPage.vue'),
  },
]
