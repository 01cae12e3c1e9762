import { t } from '../../../shared/i18n.js'
import { useKeys } from '../../../shared/keys.js'

/**
 * The keys of the page: through what waits, the chosen order in steps, days and views, and the filled button. Those of a
 * focused job are in `stepping.js`.
 * @param {{ looking: import('./looking.js').Looking, placing: import('./placing.js').Placing, undo: () => Promise<void>,
 *   assign: () => Promise<void>, walk: (step: number) => void }} parts
 */
export function usePageKeys({ looking, placing, undo, assign, walk }) {
  const { view, turn, today } = looking
  const { shift, other, stretch, reset, assignable } = placing

  useKeys(() => {
    const group = t('keys.page')
    /** @param {string} combo @param {string} label @param {() => void} run */
    const key = (combo, label, run) => ({ combo, label, group, run })
    return [
      key('J', t('desk.next_row'), () => walk(1)),
      key('K', t('desk.previous_row'), () => walk(-1)),
      key('ArrowRight', t('dispatch.later'), () => shift(1)),
      key('ArrowLeft', t('dispatch.earlier'), () => shift(-1)),
      key('Shift+ArrowRight', t('dispatch.hour_later'), () => shift(4)),
      key('Shift+ArrowLeft', t('dispatch.hour_earlier'), () => shift(-4)),
      key('Alt+ArrowDown', t('dispatch.next_engineer'), () => other(1)),
      key('Alt+ArrowUp', t('dispatch.previous_engineer'), () => other(-1)),
      key('Alt+Shift+ArrowRight', t('dispatch.longer'), () => stretch(1)),
      key('Alt+Shift+ArrowLeft', t('dispatch.shorter'), () => stretch(-1)),
      key('[', t('dispatch.previous_day'), () => turn(-1)),
      key(']', t('dispatch.next_day'), () => turn(1)),
      key('D', t('dispatch.day_view'), () => (view.value = 'day')),
      key('W', t('dispatch.week_view'), () => (view.value = 'week')),
      key('M', t('dispatch.map_view'), () => (view.value = 'map')),
      key('U', t('dispatch.unassigned'), () => walk(0)),
      key('Ctrl+Z', t('dispatch.undo'), () => void undo()),
      key('Escape', t('dispatch.put_it_back'), reset),
      key('T', t('time.today'), today),
    ]
  })
  // Registered after the children, so that the page's own filled button wins while it is the one.
  useKeys(() => [
    {
      combo: 'Enter',
      label: t('dispatch.assign'),
      group: t('keys.page'),
      run: () => void assign(),
      when: () => assignable.value,
    },
    {
      combo: 'Ctrl+Enter',
      label: t('dispatch.assign'),
      group: t('keys.page'),
      run: () => void assign(),
      when: () => assignable.value && !document.querySelector('[role=dialog]'),
    },
  ])
}
