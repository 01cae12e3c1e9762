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

function show() {
  const chosen = theme.value === 'system' ? (dark.matches ? 'dark' : 'light') : theme.value
  document.documentElement.dataset.theme = chosen
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
