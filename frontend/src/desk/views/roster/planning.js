import { computed, ref } from 'vue'
import { instant } from '../../../shared/format.js'
import { dayOf, spanWords } from './roster.js'

/**
 * Planning in the week: which sheet is open, and each act of the grid or of a sheet as an act on the roster.
 * @param {ReturnType<typeof import('./roster.js').useRoster>} desk
 * @param {() => boolean} inWeek whether the week is what is shown
 * @param {() => string} first the first day that is shown
 */
export function usePlanning(desk, inWeek, first) {
  /** The grid, which knows what is chosen. */
  const grid = ref(/** @type {any} */ (null))
  /** Id of the shift whose sheet is open. */
  const opened = ref('')
  /** People and days of the sheet for new shifts. */
  const planning = ref(/** @type {any} */ (null))
  const mayPlan = computed(() => !!desk.roster.value?.may_plan && inWeek())

  /** @param {any} shift an existing one, or none: then a new one for what is chosen */
  function open(shift) {
    desk.problem.value = null
    if (shift) opened.value = shift.id
    else if (mayPlan.value) planning.value = grid.value?.chosen ?? { people: [], days: [first()] }
  }
  function close() {
    opened.value = ''
    planning.value = null
  }

  /** A turn for all cells that are chosen. @param {{ from: string, to: string, kind: string, note?: string }} turn */
  function fill(turn) {
    const { people, days } = grid.value.chosen
    void desk.plan({ people: people.map((/** @type {any} */ one) => one.id), days, ...turn })
  }
  const fillable = () => mayPlan.value && !!grid.value?.chosen.people.length
  /** @param {string} kind whose usual turn is planned */
  function usual(kind) {
    if (!fillable()) return
    const { from, to } = desk.roster.value.usual.find((/** @type {any} */ one) => one.kind === kind)
    fill({ from, to, kind })
  }
  /** @param {any} shift the same turn again */
  function paste(shift) {
    if (!fillable()) return
    const [from, to] = spanWords(shift).split('–')
    fill({ from, to: to.slice(0, 5), kind: shift.kind, note: shift.note })
  }

  /** @param {any} plan */
  async function planned(plan) {
    if (await desk.plan(plan)) close()
  }
  /** @param {any} shift @param {any} body */
  async function changed(shift, body) {
    if (await desk.change(shift, body)) close()
  }
  /** @param {any[]} shifts */
  async function remove(shifts) {
    if (mayPlan.value && shifts.length && (await desk.remove(shifts))) close()
  }
  /** Another person or day, at the same times. @param {any} shift @param {any} person @param {string} day */
  function move(shift, person, day) {
    const by = Date.parse(instant(day, '12:00')) - Date.parse(instant(dayOf(shift), '12:00'))
    const moved = (/** @type {string} */ at) => new Date(Date.parse(at) + by).toISOString()
    void desk.change(shift, {
      ...(person.id === shift.employee.id ? {} : { employee_id: person.id }),
      ...(by ? { starts_at: moved(shift.starts_at), ends_at: moved(shift.ends_at) } : {}),
    })
  }

  return {
    grid,
    opened,
    planning,
    mayPlan,
    open,
    close,
    usual,
    paste,
    planned,
    changed,
    remove,
    move,
  }
}
