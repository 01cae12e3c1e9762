import { readonly, ref } from 'vue'

/**
 * The one ticking clock of the page, in milliseconds. Read it only in leaves
 * (SlaTimer, ages): whoever reads it renders again every second.
 */
const ticking = ref(Date.now())

setInterval(() => {
  ticking.value = Date.now()
}, 1000)

export const now = readonly(ticking)
