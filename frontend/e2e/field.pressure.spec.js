import { readFileSync } from 'node:fs'
import { as, sendJob } from './api.js'
import { expect, noAxeFaults, setPin, test } from './base.js'
import { figures, FULL, SEED } from './counts.js'
import { badNetwork } from './faults.mjs'
import { FACTS, judged } from './judge.js'
import {
  dock,
  held,
  jobsFor,
  killed,
  opened,
  phone,
  photo,
  pictureOf,
  STEPS,
  stepsHeld,
  unlocked,
  walk,
} from './phone.js'

/**
 * The queue under pressure (P8): another version of app and store, a store that the system closes, a full phone, no lasting
 * storage, wrong PINs, a sign-out. At full counts with sixty deeds in it.
 */
const ACCOUNT = 'fe.bj015'
const QUOTA_KNOWN_MS = 60_000
test.use({ viewport: { width: 390, height: 844 } })
test.setTimeout(FULL ? 1_800_000 : 120_000)

/** @type {Awaited<ReturnType<typeof badNetwork>>} */
let network
test.beforeAll(async () => {
  network = await badNetwork(String(process.env.SIBU_E2E_URL))
})
test.afterAll(() => network.close())
test.beforeEach(() => network.set('pass'))

const ITEMS = [
  '佩戴胸卡，说明来意',
  '客户财产已保护',
  '故障已检查、诊断，方案已定',
  '按操作规程维修',
  '修后已测试',
  '已向客户介绍使用注意事项',
  '工完场清',
]

/** The steps on site as a form, with photos in it, done without a network. @param {import('@playwright/test').Page} page @param {number} photos */
async function filledWithPhotos(page, photos) {
  await page.getByRole('link', { name: /现场作业步骤/ }).click()
  for (const words of ITEMS) await page.getByText(words).first().click()
  const buffer = await pictureOf(page, { width: 320, height: 240, seed: 5 })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      Array.from({ length: photos }, (_, n) => ({
        name: `SIGN_${n}.jpg`,
        mimeType: 'image/jpeg',
        buffer,
      }))
    )
  await expect(page.locator('figure')).toHaveCount(photos)
  await page.getByRole('button', { name: '填完“现场作业步骤”' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('现场作业步骤')
}

/**
 * Another version of the app and of its store arrives while so many wait: it is taken when the engineer says so, the store
 * is upgraded with the queue inside, and nothing of it is lost.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {import('@playwright/test').Page} page
 * @param {number} waiting
 */
async function newVersion(context, page, waiting) {
  network.set('new-app')
  await context.route('**/api/v1/**', (route) => route.abort())
  await context.setOffline(false)
  await page.evaluate(() =>
    navigator.serviceWorker.getRegistration('/field/').then((one) => one.update())
  )
  await page.getByRole('button', { name: '现在换' }).click({ timeout: 60_000 })
  const store = () =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = indexedDB.open('sibu-field')
          asked.onerror = () => reject(asked.error)
          asked.onsuccess = () => {
            const { version, objectStoreNames } = asked.result
            const names = ['outbox', ...[...objectStoreNames].filter((name) => name === 'later')]
            const counts = names.map((name) =>
              asked.result.transaction(name).objectStore(name).count()
            )
            asked.result.close()
            counts[counts.length - 1].onsuccess = () =>
              resolve([version, ...counts.map(({ result }) => result)])
          }
        })
    )
  // The page that was there leaves, and the next one upgrades the store.
  await expect(async () => expect(await store()).toEqual([30, waiting, waiting])).toPass({
    timeout: 60_000,
  })
  await context.setOffline(true)
  await context.unroute('**/api/v1/**')
  await page.goto(`${network.url}/field/sync`)
  await expect(page.getByRole('heading', { name: `${waiting} 项存在本机` })).toBeVisible()
}

test('a new version, ten wrong PINs, a full phone, a refusal and a sign-out lose no work, and each says so', async ({
  context,
}) => {
  const { order } = await sendJob(ACCOUNT, { subject: '无输出' })
  const engineer = await as(ACCOUNT)
  let page = await phone(context, network, ACCOUNT)
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('接下')
  await context.setOffline(true)
  await STEPS[0](page)
  await newVersion(context, page, 1)
  await context.setOffline(true)
  await page.goto(`${network.url}/field/jobs/${order.id}`)
  await expect(dock(page)).toContainText('出发去')
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
  page = await killed(context, network, page, '/field/sync')
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
  await photo(page, 0, 'IMG_COFFEE')
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
  expect(await stepsHeld(ACCOUNT, order.id)).toEqual(FACTS.slice(0, 4))
  const attached = `/attachments?parent_kind=work_order&parent_id=${order.id}`
  const slots = async () => (await engineer.get(attached)).items.map(({ slot }) => slot)
  await expect.poll(slots, { timeout: 20_000 }).toEqual([expect.any(String)])
})

test('sixty deeds outlive a new version, a store closed by the system, a full phone and a sign-out', async ({
  context,
}) => {
  test.skip(!FULL, 'at full counts only')
  const orders = await jobsFor(ACCOUNT, 6, '无信号')
  // What the system closes is at hand here.
  await context.addInitScript(() => {
    const { open } = IDBFactory.prototype
    const stores = []
    IDBFactory.prototype.open = function (...given) {
      const asked = open.apply(this, given)
      asked.addEventListener('success', () => stores.push(asked.result))
      return asked
    }
    Object.assign(window, { stores })
  })
  const page = await phone(context, network, ACCOUNT)
  for (const order of orders)
    await expect(page.locator(`[data-job="${order.number}"]`)).toBeVisible()
  await context.setOffline(true)
  const walks = orders.map((_, n) => walk(n, { tales: 3 }))
  const lasts = []
  for (const [n, order] of orders.entries()) {
    await page.goto(`${network.url}/field/jobs/${order.id}`)
    for (const deed of walks[n].deeds.slice(0, -1)) await deed(page)
    lasts.push(walks[n].deeds.at(-1))
  }
  for (const n of [2, 3, 4, 5]) {
    await page.goto(`${network.url}/field/jobs/${orders[n].id}`)
    await lasts[n](page)
  }
  await newVersion(context, page, 58)

  // The system closes the store under the page; the next deed is kept all the same.
  await page.goto(`${network.url}/field/jobs/${orders[0].id}`)
  await expect(dock(page)).toBeVisible()
  await page.evaluate(() => {
    for (const one of /** @type {any} */ (window).stores) {
      one.close()
      one.dispatchEvent(new Event('close'))
    }
  })
  await lasts[0](page)

  // The phone is full: the deed is not kept, and says so; with room again it is.
  await page.goto(`${network.url}/field/jobs/${orders[1].id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('交记录')
  const session = await context.newCDPSession(page)
  const origin = new URL(network.url).origin
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  // The browser goes by the room it last asked for until that is old.
  await page.waitForTimeout(QUOTA_KNOWN_MS)
  await dock(page).click()
  await expect(page.getByRole('alert')).toContainText('手机存满了，这一步没有存下')
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await lasts[1](page)

  await page.goto(`${network.url}/field/sync`)
  await expect(page.getByRole('heading', { name: '60 项存在本机' })).toBeVisible()
  await expect(page.getByText('浏览器没有答应长期保存')).toBeVisible()
  const given = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出没发完的' }).click()
  const file = JSON.parse(readFileSync(await (await given).path(), 'utf8'))
  expect(file.commands).toHaveLength(60)
  expect(file.commands.every(({ path, sealed }) => path && sealed.kid)).toBe(true)

  await page.goto(`${network.url}/field/me`)
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('还有 60 项没发完，现在退出会先封存')).toBeVisible()
  await page.getByRole('button', { name: '封存并退出' }).click()
  await expect(page.getByLabel('账号')).toBeVisible({ timeout: 20_000 })
  await context.setOffline(false)
  await expect(async () => {
    const wrong = []
    for (const [n, order] of orders.entries())
      wrong.push(...judged(walks[n].did, await held(ACCOUNT, order.id)))
    expect(wrong).toEqual([])
  }).toPass({ timeout: 180_000, intervals: [2000] })
  figures({
    seed: SEED,
    queued: 60,
    store_version_after: 30,
    exported: file.commands.length,
    lost: 0,
  })
})

test('killed inside a write or right after it, a deed is there once or not at all; a clock set on locks, and only the time of the server wipes', async ({
  context,
}) => {
  const { order } = await sendJob(ACCOUNT, { subject: '基线跳', inMinutes: 420 })
  const engineer = await as(ACCOUNT)
  await context.clock.install()
  // What the page may ask for: to be gone at once, as when the system takes it.
  await context.exposeBinding('killed', ({ page }) => page.close())
  let page = await phone(context, network, ACCOUNT)
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
    page = await opened(context, network, path)
  }
  network.set('away')
  await dyingAt(true)
  await expect(dock(page)).toContainText('接下')
  await expect(page.getByText('存在本机')).toHaveCount(0)
  await dyingAt(false)
  await expect(dock(page)).toContainText('出发去')
  network.set('pass')
  await page.goto(network.url + path)
  await expect.poll(() => stepsHeld(ACCOUNT, order.id), { timeout: 20_000 }).toEqual(['accepted'])

  await expect(page.getByText('已收到')).toBeVisible()

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
    .poll(() => stepsHeld(ACCOUNT, order.id), { timeout: 20_000 })
    .toEqual(FACTS.slice(0, 2))

  // Silent for as long by the server's own time: the store is emptied, and what was unsent arrives all the same.
  await context.setOffline(true)
  await STEPS[2](page)
  await photo(page, 1, 'IMG_FACADE')
  await filledWithPhotos(page, 2)
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
    .poll(() => stepsHeld(ACCOUNT, order.id), { timeout: 20_000 })
    .toEqual(FACTS.slice(0, 3))
  const attached = `/attachments?parent_kind=work_order&parent_id=${order.id}`
  await expect
    .poll(async () => (await engineer.get(attached)).items.length, { timeout: 20_000 })
    .toBe(3)
  // The form that named photos is there with them, each as what the server calls it.
  const form = async () =>
    (await engineer.get(`/entries/asked?subject=work_order&subject_id=${order.id}`)).items.find(
      ({ key }) => key === 'on_site_steps'
    ).entry
  await expect.poll(async () => (await form())?.status, { timeout: 20_000 }).toBe('completed')
  const { data } = await engineer.get(`/entries/${(await form()).id}`)
  expect(data.nameplate).toHaveLength(2)
  const named = (await engineer.get(attached)).items.filter(({ id }) => data.nameplate.includes(id))
  expect(named.map(({ name }) => name).sort()).toEqual(['SIGN_0.jpg', 'SIGN_1.jpg'])
})
