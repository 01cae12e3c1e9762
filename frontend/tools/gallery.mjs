// Pictures of every screen: `npm run gallery [-- folder [name]]`, only of screens whose name begins
// so. Starts the real server on a demo database, or uses SIBU_E2E_URL; screens of imported records
// get a server of their own. Screens are listed in gallery.screens.mjs, which may act for
// colleagues through the API as the browser tests do.
import { setPin } from '../e2e/pin.js'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PASSWORD, importInto, startServer } from '../e2e/server.mjs'
import { launch } from './chromium.mjs'
import { IMPORTS, sharedData } from './gallery.imported.mjs'
import { SCREENS } from './gallery.screens.mjs'

const folder = resolve(
  process.argv[2] ?? fileURLToPath(new URL('../../var/gallery', import.meta.url))
)
/** What the repository keeps: one picture of each screen and size, the others are made again. */
const kept = join(folder, 'kept')
mkdirSync(kept, { recursive: true })

const only = process.argv[3] ?? ''
const wanted = SCREENS.filter(({ name }) => name.startsWith(only))
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** @typedef {{ url: string, stop: () => Promise<void> }} Server */
/** @type {Map<string, Server | null>} */
const servers = new Map()
if (process.env.SIBU_E2E_URL)
  servers.set('demo', { url: process.env.SIBU_E2E_URL, stop: async () => {} })

/** @param {'demo' | 'imported'} data */
async function serverOf(data) {
  if (!servers.has(data))
    servers.set(data, data === 'demo' ? await startServer() : await imported())
  return servers.get(data) ?? null
}

async function imported() {
  const shared = sharedData()
  if (!shared) {
    console.log(
      'The folder of shared data is not here: set SIBU_SHARED, or put it beside the repository ' +
        'as `shared`. Only screens of the demo are taken.'
    )
    return null
  }
  const server = await startServer()
  for (const one of IMPORTS)
    await importInto(server, one.mapping, join(shared, one.folder), one.station)
  return server
}

const browser = await launch()
/** @type {string[]} */
const failed = []

/** @param {import('./gallery.screens.mjs').Screen} screen @param {string} url @param {typeof DESK} viewport @param {'light' | 'dark'} theme */
async function take(screen, url, viewport, theme) {
  const phone = viewport === PHONE
  const own = phone === (screen.face === 'field')
  const context = await browser.newContext({
    baseURL: url,
    locale: screen.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    viewport,
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  })
  if (screen.locale)
    await context.addInitScript(
      (locale) => localStorage.setItem('sibu.locale', locale),
      screen.locale
    )
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const size = `${viewport.width}x${viewport.height}`
  const name = [screen.name, ...(theme === 'light' ? [] : [theme]), size].join('-')
  try {
    if (screen.account) {
      await page.goto(screen.face === 'field' ? '/field/' : '/')
      await page.getByLabel(/账号|Account/).fill(screen.account)
      await page.getByLabel(/密码|Password/).fill(PASSWORD)
      await page.locator('button[type=submit]').click()
      await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'))
      if (screen.face === 'field') await setPin(page)
    }
    await screen.show(page)
    const wide = await page.evaluate(
      (width) =>
        Math.max(
          document.documentElement.scrollWidth - width,
          ...[...document.querySelectorAll('main')].map((one) => one.scrollWidth - one.clientWidth)
        ),
      viewport.width
    )
    if (wide > 0) throw new Error(`${wide} px wider than the window`)
    console.log(name)
  } catch (error) {
    failed.push(name)
    console.log(`${name}: ${String(error).split('\n')[0]}`)
  }
  // Also of what went wrong, which the picture tells best.
  const keep = !screen.state && (own || !screen.locale)
  await page.screenshot({ path: join(keep ? kept : folder, `${name}.png`) })
  await context.close()
}

try {
  for (const screen of wanted) {
    const server = await serverOf(screen.data ?? 'demo')
    if (!server) continue
    process.env.SIBU_E2E_URL = server.url
    const own = screen.size ?? (screen.face === 'field' ? PHONE : DESK)
    for (const viewport of [own, own === PHONE ? DESK : PHONE])
      for (const theme of viewport === own ? (screen.themes ?? ['light']) : ['light'])
        await take(screen, server.url, viewport, /** @type {'light' | 'dark'} */ (theme))
  }
} finally {
  await browser.close()
  for (const server of servers.values()) await server?.stop()
}
if (failed.length) {
  console.log(`Not as they should be: ${failed.join(', ')}`)
  process.exitCode = 1
}
