import { createApp } from 'vue'
import '../shared/theme.css'
import './theme.css'
import '../shared/theme.js'
import { addCatalogue, rememberedLocale, setLocale } from '../shared/i18n.js'
import App from './App.vue'
import { router } from './router.js'
import { openStore, startStore } from './store/start.js'
import { startWorker } from './worker.js'

addCatalogue({
  'zh-CN': () => import('./messages/zh-CN.js'),
  en: () => import('./messages/en.js'),
})

async function start() {
  await Promise.all([setLocale(rememberedLocale()), openStore()])
  createApp(App).use(router).mount('#app')
  startStore()
  startWorker()
}

void start()
