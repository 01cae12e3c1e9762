import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { act, newKey } from '../../shared/api/client.js'

/**
 * The calls of this person's telephone, wherever one is: the strip over every page shows the one
 * that lasts, intake holds what is written of it, the cards show those that ring.
 * @typedef {{ id: string, number: string, name: string, company: string, since: string, told: boolean }} Line
 * @typedef {import('../../shared/contract').Leg} Leg
 */
export const useCallLine = defineStore('call-line', () => {
  /** The call that intake holds. */
  const line = ref(/** @type {Line | null} */ (null))
  /** Interrupted calls, by the key of their draft. */
  const parked = ref(/** @type {{ key: string, label: string, callId?: string }[]} */ ([]))
  /** What the exchange tells of one's own telephone, and whether it has been asked yet. */
  const legs = ref(/** @type {Leg[]} */ ([]))
  const connected = ref(false)
  const loaded = ref(false)
  const current = computed(
    () =>
      legs.value.find((leg) => leg.status === 'talking') ??
      legs.value.find((leg) => leg.status === 'dialling' || leg.status === 'held') ??
      null
  )
  const ringing = computed(() => legs.value.filter((leg) => leg.status === 'ringing').reverse())
  const talking = computed(() => !!line.value || !!current.value)
  /** Calls that intake has opened on once; whoever comes back to one does so himself. */
  const opened = new Set()
  /** A call that has just been taken, by screen or handset, and that intake has not opened on. */
  const fresh = computed(() => {
    const one = current.value
    if (one?.status !== 'talking' || one.direction !== 'inbound') return null
    const kept = parked.value.some((draft) => draft.callId === one.call_id)
    return opened.has(one.call_id) || kept || line.value?.id === one.call_id ? null : one
  })

  /** @param {Leg} leg @param {string} action */
  const may = (leg, action) => leg.offered.find((one) => one.action === action)

  /**
   * Asks the exchange; what becomes of it the exchange tells.
   * @param {Leg} leg @param {string} action @param {object} [values]
   */
  async function ask(leg, action, values = {}) {
    const offered = may(leg, action)
    if (offered) await act(offered, values, { key: newKey() })
  }

  /** Takes a call that rings; who is being spoken with waits meanwhile. @param {Leg} leg */
  async function answer(leg) {
    const other = current.value
    if (other?.status === 'talking') await ask(other, 'hold')
    await ask(leg, 'answer')
  }

  return {
    line,
    parked,
    talking,
    opened,
    fresh,
    legs,
    connected,
    loaded,
    current,
    ringing,
    may,
    ask,
    answer,
  }
})
