import { createApp } from 'vue'
import App from './App.vue'
import { onSignedOut } from './api.ts'
import { forgetMe } from './me.ts'
import { router } from './router.ts'

onSignedOut(() => {
  forgetMe()
  if (router.currentRoute.value.path !== '/sign-in')
    void router.push({ path: '/sign-in', query: { to: router.currentRoute.value.fullPath } })
})
createApp(App).use(router).mount('#app')
