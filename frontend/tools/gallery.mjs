// Pictures of every screen: `npm run gallery [-- folder [name]]`, only of screens whose name begins
// so. Starts the real server on a demo database, or uses SIBU_E2E_URL. Screens are listed in
// gallery.screens.mjs, which may act for colleagues through the API as the browser tests do.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PASSWORD, startServer } from '../e2e/server.mjs'
import { launch } from './chromium.mjs'
import { SCREENS } from './gallery.screens.mjs'

const folder = resolve(
  process.argv[2] ?? fileURLToPath(new URL('../../docs/gallery', import.meta.url))
)
mkdirSync(folder, { recursive: true })

const server = process.env.SIBU_E2E_URL
  ? { url: process.env.SIBU_E2E_URL, stop: async () => {} }
  : await startServer()
process.env.SIBU_E2E_URL = server.url
const only = process.argv[3] ?? ''
const browser = await launch()

try {
  for (const screen of SCREENS.filter(({ name }) => name.startsWith(only)))
    for (const theme of screen.themes ?? ['light']) {
      const phone = screen.face === 'field'
      const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
      const context = await browser.newContext({
        baseURL: server.url,
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
      if (screen.account) {
        await page.goto(phone ? '/field/' : '/')
        await page.getByLabel(/账号|Account/).fill(screen.account)
        await page.getByLabel(/密码|Password/).fill(PASSWORD)
        await page.locator('button[type=submit]').click()
        await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
      }
      await screen.show(page)
      const size = `${viewport.width}x${viewport.height}`
      const name = [screen.name, ...(theme === 'light' ? [] : [theme]), size].join('-')
      await page.screenshot({ path: `${folder}/${name}.png` })
      console.log(name)
      await context.close()
    }
} finally {
  await browser.close()
  await server.stop()
}
