import { createApp } from 'vue'
import '../shared/theme.css'
import './theme.css'
import '../shared/theme.js'
import { resume } from '../shared/session.js'
import { addCatalogue, rememberedLocale, setLocale } from '../shared/i18n.js'
import App from './App.vue'
import { router } from './router.js'
import { keepsAnything, nothingKept } from './store/door.js'
import { startWorker } from './worker.js'

addCatalogue({
  'zh-CN': () => import('./messages/zh-CN.js'),
  en: () => import('./messages/en.js'),
})

const mount = () => createApp(App).use(router).mount('#app')

/** The page of this address comes while the store is opened, not after it. */
function fetchPage() {
  const path = location.pathname.replace(/^\/field/, '') || '/'
  for (const { components } of router.resolve(path).matched)
    if (typeof components?.default === 'function')
      /** @type {() => Promise<any>} */ (components.default)().catch(() => {})
}

/** A phone that keeps something opens its store before the first page; it comes from the phone itself. */
async function start() {
  const words = setLocale(rememberedLocale())
  const kept = await keepsAnything()
  if (kept) {
    fetchPage()
    const { openStore, startStore } = await import('./whole.js')
    await Promise.all([words, openStore()])
    // A turn of its own: a slow phone has just opened its store.
    await new Promise((resolve) => setTimeout(resolve))
    mount()
    startStore()
  } else {
    nothingKept()
    await Promise.all([words, resume()])
    mount()
    await router.isReady()
    startWorker()
    const { startStore } = await wholeOfIt()
    return startStore()
  }
  startWorker()
}

const AGAIN = 3000

/** The rest of the app, however often the line breaks meanwhile. */
async function wholeOfIt() {
  for (;;) {
    try {
      return await import('./whole.js')
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
    }
  }
}

void start()
