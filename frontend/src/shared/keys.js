import { getCurrentInstance, onMounted, onUnmounted, reactive, ref, toRaw } from 'vue'

/**
 * Every key of the page in one table: the `?` overlay and the command list read it, and
 * the one listener below carries it out.
 *
 * @typedef {object} Key
 * @property {string} combo e.g. `Alt+B`, `Ctrl+Enter`, `F2`, `J`, `G Q`
 * @property {string} label what it does, in the language shown
 * @property {string} group heading in the overlay
 * @property {(event: KeyboardEvent) => void} run
 * @property {() => boolean} [when] asked at the time of the stroke
 */

const table = reactive(/** @type {Key[]} */ ([]))
const REMEMBERED = 'sibu.single-keys'

/** Single letters can be switched off, as WCAG 2.1.4 asks. */
export const singleKeys = ref(readSingle())

function readSingle() {
  try {
    return localStorage.getItem(REMEMBERED) !== 'off'
  } catch {
    return true
  }
}

/** @param {boolean} on */
export function setSingleKeys(on) {
  singleKeys.value = on
  try {
    localStorage.setItem(REMEMBERED, on ? 'on' : 'off')
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export const keys = table

/** Who registered each key, and the sheets that are open, the topmost last. @type {WeakMap<object, any>} */
const owners = new WeakMap()
/** @type {any[]} */
const sheets = []

/** Called by a sheet: while it is open, the page behind it does nothing by keys. */
export function useSheet() {
  const sheet = getCurrentInstance()
  onMounted(() => sheets.push(sheet))
  onUnmounted(() => sheets.splice(sheets.indexOf(sheet), 1))
}

/** Of whatever page: search, help, and a call on the line. */
const EVERYWHERE = /^(F\d+|Ctrl\+K|\?|Escape)$/

/** Whether a key is of the topmost sheet: of who drew it, or of something inside it. @param {Key} key */
function reaches(key) {
  const sheet = sheets.at(-1)
  if (!sheet || EVERYWHERE.test(key.combo)) return true
  const owner = owners.get(toRaw(key))
  if (owner === sheet.parent || owner === sheet.vnode.ctx) return true
  for (let one = owner; one; one = one.parent) if (one === sheet) return true
  return false
}

/**
 * Registers keys while the component is mounted. The latest registration of a combo wins,
 * so a sheet takes Ctrl+Enter from the page beneath it and gives it back.
 * @param {Key[] | (() => Key[])} wanted
 */
export function useKeys(wanted) {
  /** @type {Key[]} */
  let mine = []
  const owner = getCurrentInstance()
  onMounted(() => {
    mine = typeof wanted === 'function' ? wanted() : wanted
    for (const key of mine) owners.set(key, owner)
    table.push(...mine)
  })
  onUnmounted(() => {
    // Its own and no other's: cards of one kind register the same combos with the same words.
    const gone = new Set(mine)
    for (let at = table.length - 1; at >= 0; at--)
      if (gone.has(toRaw(table[at]))) table.splice(at, 1)
  })
}

/** @param {KeyboardEvent} event */
function comboOf(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // Shift is already in the sign itself for `?` and its like, but not for letters and arrows.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key))
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    shift ? 'Shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

/** @param {EventTarget | null} target */
function isField(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

let leader = ''
let leaderUntil = 0

/** @param {KeyboardEvent} event */
function onKey(event) {
  // The input method's own Enter and letters never act.
  if (event.isComposing || event.keyCode === 229) return
  let combo = comboOf(event)
  const plain = !event.ctrlKey && !event.altKey && !/^F\d+$/.test(event.key)
  if (plain && event.key !== 'Escape') {
    if (isField(event.target)) return
    if (event.key === 'Enter' && event.target instanceof HTMLElement) {
      const own = event.target.closest('a, button, [role="option"], [role="menuitem"]')
      // What is chosen already has no use for Enter: then it is the page's filled button.
      if (own && !(own.role === 'radio' && own.ariaChecked === 'true')) return
    }
    if (event.key.length === 1 && !singleKeys.value && event.key !== '?') return
  }
  if (leader && Date.now() < leaderUntil) combo = `${leader} ${combo}`
  leader = ''
  for (let at = table.length - 1; at >= 0; at--) {
    const key = table[at]
    if (key.combo === combo && reaches(key) && (!key.when || key.when())) {
      event.preventDefault()
      key.run(event)
      return
    }
  }
  if (plain && table.some((key) => key.combo.startsWith(`${combo} `))) {
    leader = combo
    leaderUntil = Date.now() + 1500
  }
}

/** Starts the one listener of the page. */
export function listenForKeys() {
  addEventListener('keydown', onKey)
}
