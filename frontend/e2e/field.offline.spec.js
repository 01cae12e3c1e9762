import { readFileSync } from 'node:fs'
import { as, sendJob } from './api.js'
import { expect, noAxeFaults, PIN, setPin, test } from './base.js'
import { badNetwork } from './faults.mjs'
import { PASSWORD } from './server.mjs'

/**
 * The day in a basement (P6, P8, P11, P13), in a real browser against the real server, through a network that can be made
 * bad. Few and small here; SIBU_TEST_COUNTS=full walks six jobs, sixty deeds, thirty photos and every boundary.
 */
const FULL = process.env.SIBU_TEST_COUNTS === 'full'
const JOBS = FULL ? 6 : 2
const PHOTOS = FULL ? 5 : 1
const KILLS = FULL ? 20 : 1
/** Reports upward on the way, which change no state. */
const TALES = FULL ? 3 : 0
/** How far each job is taken; every deed of every job when counts are full. @param {number} n */
const far = (n) => (FULL || n === 0 ? 7 : 2)

test.use({ viewport: { width: 390, height: 844 } })
test.setTimeout(FULL ? 1_200_000 : 120_000)

/** @type {Awaited<ReturnType<typeof badNetwork>>} */
let network
test.beforeAll(async () => {
  network = await badNetwork(String(process.env.SIBU_E2E_URL))
})
test.afterAll(() => network.close())
test.beforeEach(() => network.set('pass'))

const dock = (page) => page.locator('.dock button.filled')

/** A phone that knows this engineer: signed in, a PIN set, the app stored for the basement. */
async function phone(context, account) {
  const page = await context.newPage()
  await page.goto(`${network.url}/field/`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await setPin(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('今天')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  return page
}

/** The page is gone at once, as when the system takes it; a new one opens on what the phone keeps. */
async function killed(context, page, path) {
  await page.close()
  return opened(context, path)
}

/** A phone whose clock was set back in between asks for the PIN; nothing else changes. */
async function opened(context, path) {
  const page = await context.newPage()
  await page.goto(network.url + path)
  await page.locator('.field h1').waitFor()
  if (await page.getByLabel('PIN 码').isVisible()) await unlocked(page)
  return page
}

/** @param {import('@playwright/test').Page} page */
async function unlocked(page) {
  await page.getByLabel('PIN 码').fill(PIN)
  await dock(page).click()
  await expect(page.getByLabel('PIN 码')).toHaveCount(0)
}

/** @param {import('@playwright/test').Page} page */
async function photo(page, slot, color) {
  const url = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 240
    const pen = canvas.getContext('2d')
    pen.fillStyle = fill
    pen.fillRect(0, 0, 320, 240)
    return canvas.toDataURL('image/jpeg')
  }, color)
  const photos = page.getByRole('region', { name: '照片' })
  await photos
    .locator('input[type=file]')
    .nth(slot)
    .setInputFiles({
      name: `IMG_${color.slice(1)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(url.split(',')[1], 'base64'),
    })
}

/** The steps of a job, as thumbs do them; each resolves when the phone says the next one. */
const STEPS = [
  async (page) =>
    dock(page)
      .click()
      .then(() => expect(dock(page)).toContainText('出发去')),
  async (page) =>
    dock(page)
      .click()
      .then(() => expect(dock(page)).toContainText('我到了')),
  async (page) =>
    dock(page)
      .click()
      .then(() => expect(page.getByLabel('维修方案')).toBeVisible()),
  async (page) => {
    await page.getByLabel('诊断').fill('光源老化')
    await page.getByLabel('维修方案').fill('更换光源')
    await dock(page).click()
    await expect(page.getByLabel('做了什么')).toBeVisible()
  },
  async (page) => {
    await page.getByLabel('做了什么').fill('更换光源')
    await page.getByLabel('检验结果').fill('标液 50 mg/L，读数 50.6')
    await page.getByRole('group', { name: '检验合格' }).getByText('是').click()
    await page.getByRole('group', { name: '已向客户交代' }).getByText('是').click()
    await dock(page).click()
    await expect(page.getByRole('button', { name: '客户不签，记录原因' })).toBeVisible()
  },
  async (page) => {
    await page.getByRole('button', { name: '客户不签，记录原因' }).click()
    await page.getByLabel('拒签的原因').fill('客户临时被叫走')
    await dock(page).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('交记录')
  },
  async (page) =>
    dock(page)
      .click()
      .then(() => expect(page.getByRole('heading', { name: '记录已交' })).toBeVisible()),
]
/** @param {import('@playwright/test').Page} page @param {string} words */
async function reported(page, words) {
  await page.getByRole('button', { name: '做不了、修不好' }).click()
  await page.getByRole('button', { name: '上报难题' }).click()
  await page.getByLabel('什么问题解决不了').fill(words)
  await dock(page).click()
  await expect(page.getByLabel('维修方案')).toBeVisible()
}

const FACTS = [
  'accepted',
  'departed',
  'arrived',
  'diagnosed',
  'completed',
  'signature_refused',
  'record_handed_in',
]

/** What the server holds of a job: each deed once, in order. */
async function onServer(engineer, id) {
  const { items } = await engineer.get(`/work-orders/${id}/events`)
  return items
    .map(({ type }) => type.replace('work_order.', ''))
    .filter((type) => FACTS.includes(type))
}

test('a day in the basement loses nothing: each deed once, in order, through kills, a set clock and lost answers', async ({
  context,
}) => {
  const engineer = await as('fe.bj013')
  const orders = []
  for (let n = 0; n < JOBS; n++)
    orders.push(
      (await sendJob('fe.bj013', { inMinutes: 30 + 60 * n, subject: `零点漂移 ${n}` })).order
    )
  await context.clock.install()
  let page = await phone(context, 'fe.bj013')
  for (const order of orders)
    await expect(page.locator(`[data-job="${order.number}"]`)).toBeVisible()
  network.set('away')
  await context.setOffline(true)

  let deeds = 0
  const all = orders.reduce((sum, _, n) => sum + far(n), 0)
  const every = Math.max(1, Math.floor(all / (KILLS + 1)))
  for (const [n, order] of orders.entries()) {
    const path = `/field/jobs/${order.id}`
    page = await killed(context, page, path)
    for (const [at, step] of STEPS.slice(0, far(n)).entries()) {
      if (at === 1)
        for (let k = 0; k < PHOTOS; k++) await photo(page, k % 3, `#${n}${k}${at}`.padEnd(7, '5'))
      if (at === 3) for (let k = 0; k < TALES; k++) await reported(page, `缺工装 ${n} ${k}`)
      await step(page)
      if (++deeds % every === 0) page = await killed(context, page, path)
    }
  }
  // Hours later, and by a clock that somebody set on: it locks, and keeps everything.
  await context.clock.fastForward('08:00:00')
  await expect(page.getByLabel('PIN 码')).toBeVisible()
  await expect(page.getByText(`没发完的 ${all + JOBS * (PHOTOS + TALES)} 项都在`)).toBeVisible()
  await unlocked(page)
  page = await killed(context, page, '/field/sync')
  const kept = `${all + JOBS * (PHOTOS + TALES)} 项存在本机`
  await expect(page.getByRole('heading', { name: kept })).toBeVisible()
  await noAxeFaults(page)

  // Sending breaks at each boundary in turn: before the server saw it, and after, when only the answer was lost.
  const broken = new Set()
  await context.route(/\/api\/v1\/(work-orders|uploads)/, async (route) => {
    const request = route.request()
    const name = `${request.method()} ${request.url()}`
    if (request.method() === 'GET' || broken.has(name) || broken.size >= (FULL ? 1000 : 3))
      return route.continue()
    broken.add(name)
    if (broken.size % 2) await route.fetch().catch(() => null)
    await page.close()
  })
  network.set('pass')
  await context.setOffline(false)
  await expect(async () => {
    if (page.isClosed()) page = await opened(context, '/field/sync')
    await expect(page.getByText('项存在本机').or(page.getByText(/^正在发 \d+ 项/))).toHaveCount(0, {
      timeout: 4000,
    })
    await expect(page.getByRole('region', { name: '已收到' })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: FULL ? 600_000 : 60_000, intervals: [50] })
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  expect(broken.size).toBeGreaterThan(2)

  for (const [n, order] of orders.entries()) {
    expect(await onServer(engineer, order.id)).toEqual(FACTS.slice(0, far(n)))
    const { items } = await engineer.get(
      `/attachments?parent_kind=work_order&parent_id=${order.id}&limit=200`
    )
    expect(items.filter((one) => one.slot)).toHaveLength(PHOTOS)
    const told = await engineer.get(`/work-orders/${order.id}`)
    const events = (await engineer.get(`/work-orders/${order.id}/events`)).items
    expect(events.filter(({ type }) => type === 'work_order.escalated')).toHaveLength(TALES)
    expect(told.status).toBe(far(n) === 7 ? 'record_in' : 'on_the_way')
    expect(Date.parse(told.departed_at)).toBeLessThanOrEqual(Date.now())
  }
})

test('a bad network delivers each deed once, and a portal that answers 200 delivers nothing', async ({
  context,
}) => {
  const { order } = await sendJob('fe.bj014', { subject: '漏气' })
  const engineer = await as('fe.bj014')
  const page = await phone(context, 'fe.bj014')
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('接下')

  network.set('portal')
  await STEPS[0](page)
  await expect(page.getByText('网络要先登录，还没发出去')).toBeVisible()
  await expect(page.getByText('已收到')).toHaveCount(0)
  expect(await onServer(engineer, order.id)).toEqual([])

  // Each answer to the next deeds is lost, doubled, delayed or swallowed in turn; only the last try of each goes well.
  const troubles = FULL
    ? ['unsaid', 'twice', 'hole', 'lost', 'half', 'twice', 'unsaid', 'lost', 'twice', 'pass']
    : ['unsaid', 'twice', 'lost', 'twice', 'pass']
  let turn = 0
  network.set(() => /** @type {any} */ (troubles[turn++ % troubles.length]), FULL ? 600 : 60)
  await STEPS[1](page)
  await STEPS[2](page)
  await STEPS[3](page)
  await page.goto(`${network.url}/field/sync`).catch(() => {})
  await expect(async () => {
    const now = page.getByRole('button', { name: '现在发' })
    if (await now.isVisible()) await now.click()
    const received = page.getByRole('region', { name: '已收到' })
    await expect(received.getByText('诊断')).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: FULL ? 180_000 : 60_000, intervals: [50] })
  expect(turn).toBeGreaterThan(troubles.length)
  expect(await onServer(engineer, order.id)).toEqual(FACTS.slice(0, 4))

  // Another version arrives while something waits: it is taken when the engineer says so, and nothing is lost.
  network.set('new-app')
  await context.setOffline(true)
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await STEPS[4](page)
  await expect(page.getByText('1 项存在本机')).toBeVisible()
  await context.route('**/api/v1/**', (route) => route.abort())
  await context.setOffline(false)
  await page.evaluate(() =>
    navigator.serviceWorker.getRegistration('/field/').then((one) => one.update())
  )
  await page.getByRole('button', { name: '现在换' }).click()
  await expect(page.getByRole('button', { name: '客户不签，记录原因' })).toBeVisible()
  await expect(page.getByText('1 项存在本机')).toBeVisible()
  network.set('pass')
  await context.unroute('**/api/v1/**')
  // The new version may still be loading itself anew.
  await expect(async () => page.goto(`${network.url}/field/sync`)).toPass({ timeout: 15_000 })
  await expect(page.getByRole('region', { name: '已收到' }).getByText('完工')).toBeVisible()
  expect(await onServer(engineer, order.id)).toEqual(FACTS.slice(0, 5))
})

test('ten wrong PINs, a full phone, a refusal and a sign-out lose no work, and each says so', async ({
  context,
}) => {
  const { order } = await sendJob('fe.bj015', { subject: '无输出' })
  const engineer = await as('fe.bj015')
  let page = await phone(context, 'fe.bj015')
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('接下')
  await context.setOffline(true)
  await STEPS[0](page)
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = function (...given) {
      if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
      return add.apply(this, given)
    }
  })
  await dock(page).click()
  await expect(page.getByRole('alert')).toContainText('手机存满了，这一步没有存下')
  await expect(dock(page)).toContainText('出发去')
  page = await killed(context, page, '/field/sync')
  await expect(page.getByText('浏览器没有答应长期保存')).toBeVisible()
  const given = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出没发完的' }).click()
  const file = JSON.parse(readFileSync(await (await given).path(), 'utf8'))
  expect(file.commands).toMatchObject([{ path: `/api/v1/work-orders/${order.id}/accept` }])
  expect(file.commands[0].sealed.kid).toBeTruthy()

  await page.goto(`${network.url}/field/me`)
  await page.getByRole('button', { name: '现在锁上' }).click()
  for (let left = 9; left >= 0; left--) {
    await page.getByLabel('PIN 码').fill('111112')
    await dock(page).click()
    if (left) await expect(page.getByText(`还可以试 ${left} 次`)).toBeVisible()
  }
  await expect(page.getByText('PIN 错了 10 次')).toBeVisible()
  await expect(page.getByText('封存了 1 项没发完的')).toBeVisible()
  await noAxeFaults(page)
  await context.setOffline(false)
  const told = () => engineer.get(`/work-orders/${order.id}`)
  await expect.poll(async () => (await told()).accepted_at, { timeout: 20_000 }).toBeTruthy()

  // The same person begins anew. What somebody did already is refused, parks its job, and is decided in words.
  await setPin(page)
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('出发去')
  await context.setOffline(true)
  await STEPS[1](page)
  await STEPS[2](page)
  await engineer.post(`/work-orders/${order.id}/depart`)
  await context.setOffline(false)
  await page.goto(`${network.url}/field/sync`)
  await expect(page.getByText('1 项要您决定')).toBeVisible()
  await expect(page.getByText('这一单后面 1 项先等着')).toBeVisible()
  await noAxeFaults(page)
  await page.getByRole('button', { name: '不发了' }).click()
  await page.getByLabel('为什么不发了').fill('站里已经记过')
  await page.getByRole('button', { name: '不发“出发”' }).click()
  await expect(page.getByText('1 项要您决定')).toHaveCount(0)
  await expect.poll(async () => (await told()).arrived_at, { timeout: 20_000 }).toBeTruthy()

  // Signing out in the basement seals what is unsent, photos too; it arrives when there is a line, nobody signed in.
  await expect(page.getByText('项存在本机')).toHaveCount(0)
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(page.getByLabel('维修方案')).toBeVisible()
  await context.setOffline(true)
  await photo(page, 0, '#c0ffee')
  await STEPS[3](page)
  // Half written and not kept: the phone says so before it is gone.
  await page.getByLabel('做了什么').fill('写到一半')
  await page.goto(`${network.url}/field/me`)
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('还有 2 项没发完，现在退出会先封存')).toBeVisible()
  await expect(page.getByText('写到一半、还没存下的 1 处不会留下')).toBeVisible()
  await page.getByRole('button', { name: '封存并退出' }).click()
  await expect(page.getByLabel('账号')).toBeVisible({ timeout: 20_000 })
  await context.setOffline(false)
  await expect.poll(async () => (await told()).diagnosis, { timeout: 20_000 }).toBe('光源老化')
  expect(await onServer(engineer, order.id)).toEqual(FACTS.slice(0, 4))
  const attached = `/attachments?parent_kind=work_order&parent_id=${order.id}`
  const slots = async () => (await engineer.get(attached)).items.map(({ slot }) => slot)
  await expect.poll(slots, { timeout: 20_000 }).toEqual([expect.any(String)])
})

test('killed inside a write or right after it, a deed is there once or not at all; a clock set on locks, and only the time of the server wipes', async ({
  context,
}) => {
  const { order } = await sendJob('fe.bj013', { subject: '基线跳', inMinutes: 420 })
  const engineer = await as('fe.bj013')
  await context.clock.install()
  // What the page may ask for: to be gone at once, as when the system takes it.
  await context.exposeBinding('killed', ({ page }) => page.close())
  let page = await phone(context, 'fe.bj013')
  const path = `/field/jobs/${order.id}`

  /** The page dies while the deed is being written (`inside`), or the moment that it is on the disk. @param {boolean} inside */
  const dyingAt = async (inside) => {
    await page.goto(network.url + path)
    await expect(dock(page)).toContainText('接下')
    await page.evaluate((within) => {
      const { add } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = function (...given) {
        const asked = add.apply(this, given)
        if (this.name !== 'outbox') return asked
        // Held open until the page is gone: what was not committed must not be there.
        const hold = () => (this.get(0).onsuccess = hold)
        if (within) hold()
        else this.transaction.addEventListener('complete', () => window.killed())
        if (within) window.killed()
        return asked
      }
    }, inside)
    const gone = page.waitForEvent('close')
    await dock(page).click()
    await gone
    page = await opened(context, path)
  }
  network.set('away')
  await dyingAt(true)
  await expect(dock(page)).toContainText('接下')
  await expect(page.getByText('存在本机')).toHaveCount(0)
  await dyingAt(false)
  await expect(dock(page)).toContainText('出发去')
  network.set('pass')
  await page.goto(network.url + path)
  await expect.poll(() => onServer(engineer, order.id), { timeout: 20_000 }).toEqual(['accepted'])

  // A clock that was set three days on: the phone asks for the server, hears that it lies, and keeps everything.
  await context.setOffline(true)
  await STEPS[1](page)
  await context.clock.fastForward(73 * 3_600_000)
  await expect(page.getByText('超过 72 小时没联网')).toBeVisible()
  await dock(page).click()
  await expect(page.getByText('还没连上')).toBeVisible()
  await expect(page.getByText('没发完的 1 项都在')).toBeVisible()
  await noAxeFaults(page)
  await context.setOffline(false)
  await expect(page.getByText('手机时间跳动过')).toBeVisible()
  await unlocked(page)
  await expect(dock(page)).toContainText('我到了')
  await expect
    .poll(() => onServer(engineer, order.id), { timeout: 20_000 })
    .toEqual(FACTS.slice(0, 2))

  // Silent for as long by the server's own time: the store is emptied, and what was unsent arrives all the same.
  await context.setOffline(true)
  await STEPS[2](page)
  await photo(page, 1, '#facade')
  await context.clock.fastForward(73 * 3_600_000)
  await expect(page.getByText('超过 72 小时没联网')).toBeVisible()
  await context.route('**/api/v1/devices/standing', async (route) => {
    const answer = await route.fetch()
    const said = await answer.json()
    const later = new Date(Date.parse(said.server_time) + 80 * 3_600_000).toISOString()
    await route.fulfill({ response: answer, json: { ...said, server_time: later } })
  })
  await context.setOffline(false)
  await expect(page.getByText('这台手机上的资料已清掉')).toBeVisible()
  await expect
    .poll(() => onServer(engineer, order.id), { timeout: 20_000 })
    .toEqual(FACTS.slice(0, 3))
  const attached = `/attachments?parent_kind=work_order&parent_id=${order.id}`
  await expect
    .poll(async () => (await engineer.get(attached)).items.length, { timeout: 20_000 })
    .toBe(1)
})
