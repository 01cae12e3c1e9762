import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { request } from '../../../shared/api/client.js'
import { asProblem } from '../../../shared/problems.js'
import { blankLine, bodyOf, isBlank, isFilled, lineOf } from '../../parts/quoting.js'

/**
 * Lines of a quote as they are typed; the server has them half a second later and says what it thinks.
 * @param {() => any} it the quote, once it is there
 * @param {() => boolean} editable
 * @param {(changed: any) => void} saved gets the quote that the server made of the lines
 */
export function useTyping(it, editable, saved) {
  const lines = ref(/** @type {import('../../parts/quoting.js').Line[]} */ ([]))
  const refused = ref(/** @type {import('../../../shared/problems.js').Problem | null} */ (null))
  const saving = ref(false)
  const sent = ref('')
  /** Id of the quote whose lines these are: they go there, also when the page has gone on to another or is left. */
  let whose = ''
  let wait = 0
  watch(
    () => [it()?.id, it()?.version],
    () => {
      const quote = it()
      const another = quote?.id !== whose
      if (another && wait) void save()
      if (!editable() || (!another && (saving.value || wait))) return
      whose = quote.id
      refused.value = null
      lines.value = [...quote.lines.map(lineOf), blankLine()]
      sent.value = JSON.stringify(bodyOf(lines.value))
    },
    { immediate: true }
  )
  watch(lines, () => {
    const whole = lines.value.filter((line) => !isBlank(line))
    const said = JSON.stringify(bodyOf(lines.value))
    clearTimeout(wait)
    wait = 0
    if (said === sent.value || !whole.every(isFilled)) return
    wait = window.setTimeout(save, 500)
  })
  onBeforeUnmount(() => wait && save())

  async function save() {
    clearTimeout(wait)
    wait = 0
    const [id, body] = [whose, bodyOf(lines.value)]
    saving.value = true
    refused.value = null
    try {
      const changed = await request('PUT', `/api/v1/quotes/${id}/lines`, { body: { lines: body } })
      if (id === whose) sent.value = JSON.stringify(body)
      saved(changed)
    } catch (error) {
      if (id === whose) refused.value = asProblem(error)
    } finally {
      saving.value = false
    }
  }

  /** What stands here is not what the server has: nobody is offered or asked for another sum than he sees. */
  const unsaved = computed(
    () => editable() && (saving.value || JSON.stringify(bodyOf(lines.value)) !== sent.value)
  )
  return { lines, refused, saving, unsaved }
}
