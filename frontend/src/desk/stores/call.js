import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/**
 * The call that lasts, wherever one is: the strip over every page shows it, intake holds it.
 * @typedef {{ id: string, number: string, name: string, company: string, since: string }} Line
 */
export const useCallLine = defineStore('call-line', () => {
  const line = ref(/** @type {Line | null} */ (null))
  /** Interrupted calls, by the key of their draft. */
  const parked = ref(/** @type {{ key: string, label: string }[]} */ ([]))
  const talking = computed(() => !!line.value)
  return { line, parked, talking }
})
