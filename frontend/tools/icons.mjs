// Renders the PNG icons that installing needs from icon.svg: `npm run icons`, then commit them.
import { readFileSync } from 'node:fs'
import { launch } from './chromium.mjs'

const folder = new URL('../public/icons/', import.meta.url)
const drawing = readFileSync(new URL('icon.svg', folder), 'utf8')
const browser = await launch()

/** @param {string} name @param {number} size @param {boolean} full the ground reaches the edges, for masks */
async function render(name, size, full) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const source = full ? drawing.replace('rx="96"', 'rx="0"') : drawing
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${source}`)
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true })
  await page.close()
}

await render('icon-192.png', 192, false)
await render('icon-512.png', 512, false)
await render('icon-512-maskable.png', 512, true)
await render('icon-180.png', 180, true)
await browser.close()
