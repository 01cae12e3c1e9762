export default [
  {
    path: '/van',
    name: 'van',
    component: () => import('./VanPage.vue'),
    meta: { title: 'van.title', tab: { order: 3, icon: 'box' } },
  },
]
