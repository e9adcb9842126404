import { createApp } from 'vue'
import App from './App.vue'
import { follow } from './live.ts'
import { words } from './wording.ts'

document.title = words.title
createApp(App).mount('#app')
follow()
