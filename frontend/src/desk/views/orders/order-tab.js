/** What was done on the visit and what happened to its order: the first two of its tabs. */
export default [
  { value: 'work', order: 10, title: 'orders.work', component: () => import('./OrderWork.vue') },
  { value: 'story', order: 20, title: 'cases.story', component: () => import('./OrderStory.vue') },
]
