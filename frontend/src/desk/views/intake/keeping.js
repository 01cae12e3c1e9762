import { effectScope, onScopeDispose, watch } from 'vue'
import { useCallLine } from '../../stores/call.js'
import { useDrafts } from '../../stores/drafts.js'
import { subject } from './need.js'
import { again } from './reading.js'
import { blank, clear, draft, ended, match, touched } from './state.js'

/** The call as a draft: kept at every stroke, put aside for another call, taken up again. */

let wait = 0
/** Soon after the first stroke, not after the last: whoever types on without a pause loses nothing. */
function keepSoon() {
  wait ||= window.setTimeout(keep, 200)
}

/** Puts the draft away now. */
export function keep() {
  clearTimeout(wait)
  wait = 0
  const { parked } = useCallLine()
  if (touched.value || parked.length) useDrafts().keep('intake', { draft: { ...draft }, parked })
  else useDrafts().drop('intake')
}

/** The call is over: nothing of it is kept, and the strip is gone. */
export function over() {
  useCallLine().line = null
  useDrafts().drop('intake')
}

/** A clean screen for the next call. */
export function reset() {
  clear()
  useCallLine().line = null
  keep()
}

/** Puts this call aside as a draft and clears the screen for another. */
export function park() {
  if (!touched.value || ended.value) return reset()
  const line = useCallLine()
  useDrafts().keep(`intake.${draft.key}`, { ...draft })
  const label = match.value?.customer.name || draft.phone || subject.value
  line.parked = [...line.parked, { key: draft.key, label, callId: draft.callId }]
  reset()
}

/** Takes an interrupted draft up again. @param {string} [key] */
export function unpark(key = useCallLine().parked.at(-1)?.key) {
  if (!key) return
  const [line, drafts] = [useCallLine(), useDrafts()]
  const kept = drafts.take(`intake.${key}`)
  if (touched.value && !ended.value) park()
  else reset()
  line.parked = line.parked.filter((one) => one.key !== key)
  drafts.drop(`intake.${key}`)
  if (!kept) return
  Object.assign(draft, blank(), kept)
  void again()
}

let loadedFor = ''
/** @type {import('vue').EffectScope | null} */
let saving = null

/** Takes up what this account left, once, and keeps it from here on. @param {string} account */
export function begin(account) {
  if (loadedFor === account) return
  loadedFor = account
  const line = useCallLine()
  const kept = useDrafts().take('intake')
  reset()
  if (kept) {
    Object.assign(draft, blank(), kept.draft)
    line.parked = kept.parked ?? []
    keep()
    void again()
  }
  // Outside of the page's own scope: the draft is kept wherever the person goes.
  saving?.stop()
  saving = effectScope(true)
  saving.run(() => {
    watch([draft, () => line.parked], keepSoon, { deep: true })
    addEventListener('pagehide', keep)
    onScopeDispose(() => removeEventListener('pagehide', keep))
  })
}
