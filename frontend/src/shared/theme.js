import { ref } from 'vue'

const REMEMBERED = 'sibu.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** @typedef {'system' | 'light' | 'dark'} Theme */

/** What the person chose; the system's own look by default. */
export const theme = ref(/** @type {Theme} */ (read()))

/** @returns {Theme} */
function read() {
  try {
    const kept = localStorage.getItem(REMEMBERED)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** What is shown now, whoever chose it. */
export const isDark = ref(false)

function show() {
  isDark.value = theme.value === 'system' ? dark.matches : theme.value === 'dark'
  document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
}

/** @param {Theme} next */
export function setTheme(next) {
  theme.value = next
  try {
    localStorage.setItem(REMEMBERED, next)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  show()
}

dark.addEventListener('change', show)
show()
