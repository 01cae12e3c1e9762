// The size gate: gzipped first load of each face, each lazy route, and the field's precache.
// The first load of the field is what its sign-in page waits for; whoever has signed in has the rest on the phone, and
// all that the day then reads from there has a budget of its own.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'

const BUDGET_KB = {
  desk: { js: 240, css: 35 },
  field: { js: 90, css: 15 },
  day: 125,
  lazy: 60,
  reports: 200,
  precache: 700,
}

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
/** @type {Record<string, any>} */
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

/** @param {string} file */
const weigh = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024

/** @param {string} key @param {{ js: Set<string>, css: Set<string> }} into */
function closure(key, into) {
  const chunk = manifest[key]
  if (!chunk || into.js.has(chunk.file)) return into
  into.js.add(chunk.file)
  for (const style of chunk.css ?? []) into.css.add(style)
  for (const next of chunk.imports ?? []) closure(next, into)
  return into
}

/** @param {Iterable<string>} files */
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0)

let over = 0
/** @param {string} what @param {number} kilobytes @param {number} limit */
function judge(what, kilobytes, limit) {
  const fits = kilobytes <= limit
  if (!fits) over++
  console.log(`${fits ? 'ok  ' : 'OVER'} ${what}: ${kilobytes.toFixed(1)} of ${limit} kB`)
}

/** @type {Record<string, Set<string>>} */
const loaded = {}
for (const [face, entry] of [
  ['desk', 'index.html'],
  ['field', 'field/index.html'],
]) {
  const first = closure(entry, { js: new Set(), css: new Set() })
  // Every page waits for the words of the language in use, so they count as first load.
  for (const [key, chunk] of Object.entries(manifest))
    if (new RegExp(`src/(shared|${face})/messages/zh-CN\\.js$`).test(chunk.src ?? key))
      closure(key, first)
  if (face === 'field') closure('src/field/views/access/SignIn.vue', first)
  judge(`${face} first load JS`, sum(first.js), BUDGET_KB[face].js)
  judge(`${face} first load CSS`, sum(first.css), BUDGET_KB[face].css)
  loaded[face] = first.js
  if (face === 'field') {
    const day = { js: new Set(first.js), css: new Set(first.css) }
    for (const key of ['src/field/whole.js', 'src/field/views/jobs/TodayPage.vue'])
      closure(key, day)
    judge('field until the day JS', sum(day.js), BUDGET_KB.day)
    loaded[face] = day.js
  }
}

for (const [key, chunk] of Object.entries(manifest)) {
  const face = /src\/(desk|field)\/views\/.+\.vue$/.exec(key)?.[1]
  if (!face || !chunk.isDynamicEntry) continue
  const own = closure(key, { js: new Set(), css: new Set() })
  const added = sum([...own.js].filter((file) => !loaded[face].has(file))) + sum(own.css)
  const limit = key.includes('/reports/') ? BUDGET_KB.reports : BUDGET_KB.lazy
  if (added > limit / 2 || process.argv.includes('--all')) judge(key, added, limit)
  else if (added > limit) over++
}

const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
const precached = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((file) => worker.includes(`"${file}"`) && statSync(join(dist, file)).isFile())
judge('field precache', sum(precached), BUDGET_KB.precache)
if (precached.some((file) => file === 'index.html')) {
  console.log('OVER the desk must not be in the precache of the field')
  over++
}

process.exit(over ? 1 : 0)
