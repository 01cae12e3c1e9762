const meta = { title: 'crew.title', need: 'held-commands:edit' }
const component = () => import('./CrewPage.vue')

export default [
  {
    path: '/crew',
    name: 'crew',
    component,
    meta: { ...meta, nav: { group: 'dispatch', order: 25, go: 'Y', icon: 'car' } },
  },
  { path: '/crew/held/:id', name: 'crew-held', component, meta: { ...meta, part: 'held' } },
  {
    path: '/crew/conflicts/:id',
    name: 'crew-conflict',
    component,
    meta: { ...meta, part: 'conflict' },
  },
  { path: '/crew/people/:id', name: 'crew-person', component, meta: { ...meta, part: 'person' } },
]
