import { as, sendJob } from './api.js'
import { expect, PIN, setPin } from './base.js'
import { FACTS } from './judge.js'
import { PASSWORD } from './server.mjs'

/** A phone in the pocket of an engineer, behind a network that can be made bad: what thumbs do with it. */

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} Context */

/** @param {Page} page */
export const dock = (page) => page.locator('.dock button.filled')

/** A phone that knows this engineer: signed in, a PIN set, the app stored for the basement. @param {Context} context @param {{ url: string }} network @param {string} account */
export async function phone(context, network, account) {
  const page = await context.newPage()
  await page.goto(`${network.url}/field/`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await setPin(page)
  // With its number, that is: the day has been read and is on the phone.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/今天.*\d/)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  return page
}

/** @type {WeakMap<Page, Promise<void>>} */
const dying = new WeakMap()

/** Gone at once, as when the system takes it: nothing that the page would do at its end is done. @param {Page} page */
export function kill(page) {
  if (!dying.has(page)) dying.set(page, page.isClosed() ? Promise.resolve() : crash(page))
  return dying.get(page)
}

/** @param {Page} page */
async function crash(page) {
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const session = await page.context().newCDPSession(page)
  // It has nobody left to answer.
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}

/** @param {Context} context @param {{ url: string }} network @param {Page} page @param {string} path */
export async function killed(context, network, page, path) {
  await kill(page)
  return opened(context, network, path)
}

/** A new page on what the phone keeps; one whose clock was set in between asks for the PIN. @param {Context} context @param {{ url: string }} network @param {string} path */
export async function opened(context, network, path) {
  const page = await context.newPage()
  await page.goto(network.url + path)
  await page.locator('.field h1').waitFor()
  if (await page.getByLabel('PIN 码').isVisible()) await unlocked(page)
  return page
}

/** @param {Page} page */
export async function unlocked(page) {
  await page.getByLabel('PIN 码').fill(PIN)
  await dock(page).click()
  await expect(page.getByLabel('PIN 码')).toHaveCount(0)
}

/**
 * A picture as a camera gives it.
 * @param {Page} page
 * @param {{ width: number, height: number, grain?: number, seed: number }} look grain: how many points of noise across, as
 *   a real scene has; 0: one colour
 * @returns {Promise<Buffer>} JPEG
 */
export async function pictureOf(page, look) {
  const url = await page.evaluate(({ width, height, grain = 0, seed }) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    pen.fillStyle = `hsl(${seed % 360} 60% 50%)`
    pen.fillRect(0, 0, width, height)
    if (grain) {
      const small = document.createElement('canvas')
      Object.assign(small, { width: grain, height: Math.round((grain * height) / width) })
      const dots = small.getContext('2d')
      const noise = dots.createImageData(small.width, small.height)
      let state = seed
      for (let at = 0; at < noise.data.length; at++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        noise.data[at] = at % 4 === 3 ? 255 : state >>> 24
      }
      dots.putImageData(noise, 0, 0)
      pen.drawImage(small, 0, 0, width, height)
    }
    return canvas.toDataURL('image/jpeg', 0.9)
  }, look)
  return Buffer.from(url.split(',')[1], 'base64')
}

/**
 * A photo in one of the three places of a job; resolves when the phone has it.
 * @param {Page} page
 * @param {number} slot
 * @param {string} name of its file, without ending
 * @param {{ width?: number, height?: number, grain?: number }} [look]
 */
export async function photo(page, slot, name, look = {}) {
  const seed = [...name].reduce((sum, one) => sum * 31 + one.charCodeAt(0), 7)
  const buffer = await pictureOf(page, { width: 320, height: 240, seed, ...look })
  const photos = page.getByRole('region', { name: '照片' })
  const place = photos.getByRole('listitem').nth(slot)
  const before = Number(/(\d+) 张/.exec(await place.innerText())?.[1] ?? 0)
  await place
    .locator('input[type=file]')
    .setInputFiles({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer })
  await expect(place).toContainText(`${before + 1} 张`)
}

/** The steps of a job, as thumbs do them; each resolves when the phone says the next one. @type {((page: Page) => Promise<void>)[]} */
export const STEPS = [
  async (page) => {
    await dock(page).click()
    await expect(dock(page)).toContainText('出发去')
  },
  async (page) => {
    await dock(page).click()
    await expect(dock(page)).toContainText('我到了')
  },
  async (page) => {
    await dock(page).click()
    await expect(page.getByLabel('维修方案')).toBeVisible()
  },
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
  async (page) => {
    await dock(page).click()
    await expect(page.getByRole('heading', { name: '记录已交' })).toBeVisible()
  },
]

/** Reported upward on the way, which changes no state. @param {Page} page @param {string} words */
export async function reported(page, words) {
  await page.getByRole('button', { name: '做不了、修不好' }).click()
  await page.getByRole('button', { name: '上报难题' }).click()
  await page.getByLabel('什么问题解决不了').fill(words)
  await dock(page).click()
  await expect(page.getByLabel('维修方案')).toBeVisible()
}

/**
 * What is done on one job, in order, and what must come of it.
 * @param {number} n
 * @param {{ steps?: number, photos?: number, tales?: number, look?: object }} [much]
 */
export function walk(n, { steps = STEPS.length, photos = 0, tales = 0, look } = {}) {
  /** @type {import('./judge.js').Did} */
  const did = { job: `job ${n}`, steps, tales: [], photos: [] }
  /** @type {((page: Page) => Promise<void>)[]} */
  const deeds = []
  for (const [at, step] of STEPS.slice(0, steps).entries()) {
    for (let k = 0; k < photos && at === 1; k++) {
      did.photos.push(`IMG_${n}_${k}.jpg`)
      deeds.push((page) => photo(page, k % 3, `IMG_${n}_${k}`, look))
    }
    for (let k = 0; k < tales && at === 3; k++) {
      did.tales.push(`上报难题：缺工装 ${n} ${k}`)
      deeds.push((page) => reported(page, `缺工装 ${n} ${k}`))
    }
    deeds.push(step)
  }
  return { did, deeds }
}

/** What is still on its way, on the page that tells it. @param {Page} page */
export const onItsWay = (page) => page.getByText('项存在本机').or(page.getByText(/^正在发 \d+ 项/))

/** How many deeds and photos are on this phone alone, as its own page says. @param {Page} page @returns {Promise<number>} */
export async function unsent(page) {
  const said = page.getByRole('heading', { name: /项存在本机|都已收到|正在发/ })
  await said.waitFor()
  return Number(
    /(\d+) 项存在本机|正在发 (\d+) 项/
      .exec(await said.innerText())
      ?.slice(1)
      .find(Boolean) ?? 0
  )
}

/** @param {string} account @param {number} many @param {string} subject */
export async function jobsFor(account, many, subject) {
  const orders = []
  for (let n = 0; n < many; n++)
    orders.push(
      (await sendJob(account, { inMinutes: 30 + 60 * n, subject: `${subject} ${n}` })).order
    )
  return orders
}

/** What the server holds of a job. @param {string} account @param {string} id @returns {Promise<import('./judge.js').Holds>} */
export async function held(account, id) {
  const engineer = await as(account)
  const { items } = await engineer.get(`/work-orders/${id}/events`)
  const photos = await engineer.get(`/attachments?parent_kind=work_order&parent_id=${id}&limit=200`)
  return {
    events: items.map((one) => ({
      type: one.type,
      ...(one.type === 'work_order.escalated' ? { words: one.sentence } : {}),
    })),
    photos: photos.items.filter(({ slot }) => slot).map(({ name }) => name),
  }
}

/** The steps of a job that the server holds, in order. @param {string} account @param {string} id */
export const stepsHeld = async (account, id) =>
  (await held(account, id)).events
    .map(({ type }) => type.replace('work_order.', ''))
    .filter((type) => FACTS.includes(type))
