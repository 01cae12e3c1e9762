/** What the case was quoted, and which act of paid service is next (R154). */
export default {
  value: 'quotes',
  order: 28,
  title: 'quotes.title',
  need: 'quotes:view',
  component: () => import('./CaseQuotes.vue'),
  /** @param {any} it */
  when: (it) => !!it.paid || !!it.quote,
}
