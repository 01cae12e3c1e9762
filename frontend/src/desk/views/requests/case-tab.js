/** What happened to the case, and the papers it owns: the first two of its tabs. */
export default [
  {
    value: 'story',
    order: 10,
    title: 'cases.story',
    component: () => import('./CaseStory.vue'),
  },
  {
    value: 'papers',
    order: 20,
    title: 'cases.papers',
    component: () => import('./CasePapers.vue'),
    /** @param {any} it */
    count: (it) => it.orders.length + it.calls.length + (it.follow_up ? 1 : 0),
  },
]
