import { createRouter, createWebHistory } from 'vue-router'
import { may, me, whoAmI } from './me.ts'
import { PAGE_LIST } from './pages.ts'
import { PAGES } from './wording/menu.ts'
import { COMMON } from './wording/common.ts'

declare module 'vue-router' {
  interface RouteMeta {
    roles?: (typeof PAGE_LIST)[number]['roles']
    title?: string
    about?: string
    bare?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/sign-in', component: () => import('./pages/signIn/SignIn.vue'), meta: { bare: true } },
    ...PAGE_LIST.map(({ name, path, roles, page, bare }) => ({
      path,
      name,
      component: page,
      meta: { roles, title: PAGES[name][0], about: PAGES[name][1], bare: bare ?? false },
    })),
    { path: '/:rest(.*)*', component: () => import('./pages/NoPage.vue') },
  ],
})

router.beforeEach(async (to) => {
  if (to.path === '/sign-in') return true
  const viewer = me.value ?? (await whoAmI().catch(() => null))
  if (!viewer) return { path: '/sign-in', query: { to: to.fullPath } }
  if (!to.meta.roles || may(to.meta.roles)) return true
  const first = PAGE_LIST.find(({ roles, menu }) => menu !== false && may(roles))
  return first && first.path !== to.path ? first.path : { path: '/no-page' }
})

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} · ${COMMON.product}` : COMMON.product
})
