import { onMounted, readonly, ref } from 'vue'

/** A page that nobody looks at draws no frame. */
const ANYHOW_MS = 300

/**
 * False until the first frame of a page is on the screen: what lies below the fold is drawn after it, in a turn of its
 * own, so that a slow phone shows the next step at once and a thumb is not kept waiting.
 */
export function useSoon() {
  const soon = ref(false)
  const now = () => (soon.value = true)
  onMounted(() => {
    requestAnimationFrame(() => setTimeout(now))
    setTimeout(now, ANYHOW_MS)
  })
  return readonly(soon)
}
