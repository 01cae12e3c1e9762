import { ref, shallowRef } from 'vue'

/** @typedef {'zh-CN' | 'en'} Locale */
/** @typedef {{ [key: string]: string | string[] | Messages }} Messages */
/** @typedef {() => Promise<{ default: Messages }>} Loader */

export const LOCALES = /** @type {Locale[]} */ (['zh-CN', 'en'])

const REMEMBERED = 'sibu.locale'

/** @type {Record<Locale, Loader>[]} */
const catalogues = [
  {
    'zh-CN': () => import('./messages/zh-CN.js'),
    en: () => import('./messages/en.js'),
  },
]

const messages = shallowRef(/** @type {Messages} */ ({}))

/** The language shown now; change it by `setLocale`. */
export const locale = ref(/** @type {Locale} */ ('zh-CN'))

/** @returns {Locale} what this browser last chose; Chinese by default */
export function rememberedLocale() {
  try {
    const kept = localStorage.getItem(REMEMBERED)
    return LOCALES.find((one) => one === kept) ?? 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

/**
 * Adds the messages of one face; call before `setLocale`.
 * @param {Record<Locale, Loader>} loaders
 */
export function addCatalogue(loaders) {
  catalogues.push(loaders)
}

/**
 * Loads one language and shows it. Only the language in use is ever loaded.
 * @param {Locale} next
 */
export async function setLocale(next) {
  const parts = await Promise.all(catalogues.map((loaders) => loaders[next]()))
  messages.value = Object.assign({}, ...parts.map((part) => part.default))
  locale.value = next
  document.documentElement.lang = next
  try {
    localStorage.setItem(REMEMBERED, next)
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
}

/**
 * Gathers files `./<locale>/<room>.js` into one catalogue keyed by room.
 * @param {Record<string, Messages>} files as `import.meta.glob(…, { eager: true, import: 'default' })` gives
 * @returns {Messages}
 */
export function rooms(files) {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.js'.length),
      content,
    ])
  )
}

/**
 * @param {string} key dotted, e.g. `case.title`
 * @returns {string | string[] | undefined}
 */
function find(key) {
  /** @type {any} */
  let at = messages.value
  for (const part of key.split('.')) at = at?.[part]
  return typeof at === 'string' || Array.isArray(at) ? at : undefined
}

/** @param {string} key */
export const has = (key) => find(key) !== undefined

/**
 * The words of `key` in the language shown. A pair `[one, many]` is chosen by `values.n`.
 * A key without words comes back as itself, which the tests refuse.
 * @param {string} key
 * @param {Record<string, string | number | null | undefined>} [values] fills `{name}` places
 * @returns {string}
 */
export function t(key, values = {}) {
  let words = find(key) ?? key
  if (Array.isArray(words))
    words = words[new Intl.PluralRules(locale.value).select(Number(values.n)) === 'one' ? 0 : 1]
  return words.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}
