import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { VueQueryPlugin } from '@tanstack/vue-query'
import '../shared/theme.css'
import './theme.css'
import '../shared/theme.js'
import { addCatalogue, rememberedLocale, setLocale } from '../shared/i18n.js'
import { listenForKeys } from '../shared/keys.js'
import { resume } from '../shared/session.js'
import App from './App.vue'
import { queryClient } from './queries.js'
import { router } from './router.js'

addCatalogue({
  'zh-CN': () => import('./messages/zh-CN.js'),
  en: () => import('./messages/en.js'),
})

async function start() {
  listenForKeys()
  await Promise.all([setLocale(rememberedLocale()), resume()])
  createApp(App).use(createPinia()).use(router).use(VueQueryPlugin, { queryClient }).mount('#app')
}

void start()
