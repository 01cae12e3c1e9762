// Lighthouse of the field view, as on a phone of the middle class with a slow line: `make lighthouse`. Not part of the
// tests, since its figures follow the machine; each page is taken three times and the middle one counts. The sign-in
// page is met for the first time, the others as a phone meets them that has signed in before. `cold` is the start of a
// phone that was switched off, without a network and with a processor a quarter as fast: until it can be used, and from
// the PIN to the day.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { sendJob } from '../../e2e/api.js'
import { PIN, setPin } from '../../e2e/pin.js'
import { freePort, PASSWORD, startServer } from '../../e2e/server.mjs'
import { ARGS, CHROMIUM } from '../chromium.mjs'

const LEAST = { performance: 90, accessibility: 95 }
/** Milliseconds within which a cold start without a network can be used. */
const COLD = 2000
const SLOWER = 4
const TIMES = Number(process.env.SIBU_LIGHTHOUSE_TIMES ?? 3)
const ACCOUNT = 'fe.bj01'
const only = process.argv[2] ?? ''
const reports = fileURLToPath(new URL('../../../var/lighthouse/', import.meta.url))
mkdirSync(reports, { recursive: true })

const running = process.env.SIBU_E2E_URL
const server = running ? { url: running, stop: async () => {} } : await startServer()
process.env.SIBU_E2E_URL = server.url
const folder = mkdtempSync(join(tmpdir(), 'sibu-lighthouse-'))
const port = await freePort()
const switchedOn = () =>
  chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: [...ARGS, `--remote-debugging-port=${port}`],
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
  })
let context = await switchedOn()

/** @param {string} name @param {string} path @param {boolean} first met for the first time: nothing of it is on the phone */
async function judged(name, path, first) {
  const runs = []
  for (let turn = 0; turn < TIMES; turn++) {
    const found = await lighthouse(`${server.url}${path}`, {
      port,
      output: 'html',
      logLevel: 'error',
      onlyCategories: Object.keys(LEAST),
      disableStorageReset: !first,
    })
    if (!found || found.lhr.runtimeError) throw new Error(found?.lhr.runtimeError?.message)
    runs.push(found)
  }
  const score = (/** @type {any} */ run, /** @type {string} */ of) =>
    Math.round((run.lhr.categories[of].score ?? 0) * 100)
  runs.sort((one, other) => score(one, 'performance') - score(other, 'performance'))
  const middle = runs[Math.floor(runs.length / 2)]
  const { audits, categories, finalDisplayedUrl } = middle.lhr
  const low = Object.entries(LEAST).filter(([of, least]) => score(middle, of) < least)
  const shown = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
    'speed-index',
    'total-byte-weight',
  ].map((id) => `${id} ${audits[id].displayValue}`)
  console.log(
    `${low.length ? 'LOW' : 'ok '} ${name}: ` +
      `${Object.keys(LEAST)
        .map((of) => `${of} ${runs.map((run) => score(run, of)).join(' ')}`)
        .join(', ')}`
  )
  console.log(`    ${new URL(finalDisplayedUrl).pathname}: ${shown.join(', ')}`)
  for (const { id } of categories.accessibility.auditRefs)
    if (audits[id].score === 0) {
      console.log(`    ${id}: ${audits[id].title}`)
      for (const { node } of /** @type {any} */ (audits[id].details)?.items ?? [])
        console.log(`      ${node?.snippet}`)
    }
  writeFileSync(join(reports, `${name}.html`), String(middle.report))
  return low.length
}

/** Starts of the whole browser without a network. @param {string} number of the job that must be there */
async function cold(number) {
  const times = []
  for (let turn = 0; turn < TIMES; turn++) {
    await context.close()
    context = await switchedOn()
    await context.setOffline(true)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(`${server.url}/field/`)
    const job = `[data-job="${number}"]`
    /** Milliseconds of the page's own clock when it is there. @param {string} selector */
    const when = async (selector) =>
      (
        await page.waitForFunction(
          (wanted) => (document.querySelector(wanted) ? performance.now() : 0),
          selector,
          { polling: 'raf' }
        )
      ).jsonValue()
    const usable = await when(`#pin, ${job}`)
    let day = 0
    if (await page.locator('#pin').isVisible()) {
      await page.locator('#pin input').fill(PIN)
      const said = await page.evaluate(() => performance.now())
      await page.locator('.dock button.filled').click()
      day = (await when(job)) - said
    }
    times.push({ usable, day })
  }
  times.sort((one, other) => one.usable - other.usable)
  const slow = times[Math.floor(times.length / 2)].usable > COLD
  const said = times.map(({ usable, day }) => `${usable.toFixed(0)} + ${day.toFixed(0)}`).join(', ')
  console.log(`${slow ? 'LOW' : 'ok '} cold: usable + from the PIN to the day, ms: ${said}`)
  return slow ? 1 : 0
}

let low = 0
try {
  const wanted = (/** @type {string} */ name) => name.startsWith(only)
  if (wanted('sign-in')) low += await judged('sign-in', '/field/', true)
  const { order } = await sendJob(ACCOUNT, { subject: '读数漂移' })
  const page = await context.newPage()
  await page.goto(`${server.url}/field/`)
  await page.locator('#account').fill(ACCOUNT)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await setPin(page)
  await page.locator(`[data-job="${order.number}"]`).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.goto('about:blank')
  if (wanted('day')) low += await judged('day', '/field/', false)
  if (wanted('job')) low += await judged('job', `/field/jobs/${order.id}`, false)
  if (wanted('cold')) low += await cold(order.number)
} finally {
  await context.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = low ? 1 : 0
