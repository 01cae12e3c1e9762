/* Opens the dispatcher's week in a real browser and drags jobs over it: `node tools/board.bench.mjs URL ACCOUNT PASSWORD`.
   The last line is the figures as JSON: milliseconds until the jobs are drawn (`opens`: within the desk; `cold`: with the
   whole page), and the frames while something is dragged. `python -m tests.bench.board` seeds, calls this and judges. */
import { launch } from './chromium.mjs'

const [url, account, password] = process.argv.slice(2)
const browser = await launch()
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
})
await page.goto(url)
await page.getByLabel(/账号/).fill(account)
await page.getByLabel(/密码/).fill(password)
await page.locator('button[type=submit]').click()
await page.waitForURL((at) => !at.pathname.endsWith('/sign-in'))
await page.waitForTimeout(1000)

/** Milliseconds from `go` until so many jobs stand on the board, seen by the page itself. */
const until = () =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const begun = performance.now()
        const look = () => {
          if (document.querySelectorAll('.board.week .block').length > 40)
            requestAnimationFrame(() => done(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        look()
      })
  )

const begun = Date.now()
await page.goto(`${url}/dispatch?view=week`)
await page.locator('.board.week .block').nth(40).waitFor()
const cold = Date.now() - begun

const opens = []
for (let round = 0; round < 5; round++) {
  await page.locator('a[href="/work-orders"]').first().click()
  await page.locator('.board').waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
  // The way back by the browser's own history: the address holds the week.
  const waited = until()
  await page.evaluate(() => history.back())
  opens.push(await waited)
}
opens.sort((one, other) => one - other)

const job = page.locator('.board.week .block:not(.fixed)').nth(90)
await job.scrollIntoViewIfNeeded()
const at = await job.boundingBox()
if (!at) throw new Error('no job to drag')
const [x, y] = [at.x + at.width / 2 - 2, at.y + at.height / 2]
await page.evaluate(() => {
  window.__frames = []
  const tick = (now) => {
    window.__frames.push(now)
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})
await page.mouse.move(x, y)
await page.mouse.down()
await page.mouse.move(x + 8, y + 4)
await page.evaluate(() => (window.__frames = []))
for (let step = 0; step < 240; step++)
  await page.mouse.move(x + 140 * Math.sin(step / 20), y + 120 * Math.sin(step / 33))
const times = await page.evaluate(() => window.__frames)
const held = await page.locator('.block.dragged').count()
await page.keyboard.press('Escape')
await page.mouse.up()
if (!held) throw new Error('nothing was dragged')
const gaps = times.slice(1).map((now, index) => now - times[index])
gaps.sort((one, other) => one - other)
const drawn = await page.evaluate(() => ({
  rows: document.querySelectorAll('.board .row').length,
  blocks: document.querySelectorAll('.board .block').length,
}))
await browser.close()
console.log(
  JSON.stringify({
    cold,
    opens: opens[2],
    ...drawn,
    frames: gaps.length,
    median: gaps[Math.floor(gaps.length / 2)],
    longest: gaps.at(-1),
    slow: gaps.filter((gap) => gap > 34).length,
  })
)
