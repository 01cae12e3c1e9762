/** What a case's customer owes and has paid, and collecting it. */
export default [
  {
    value: 'payments',
    order: 40,
    title: 'till.tab',
    need: 'receivables:view',
    component: () => import('./CaseMoney.vue'),
    /** Money is spoken of where service is charged for. @param {any} it */
    when: (it) => it.paid === true,
  },
]
