export default [
  {
    path: '/exports',
    name: 'exports',
    component: () => import('./ExportsPage.vue'),
    meta: {
      title: 'exports.title',
      need: 'exports:view',
      nav: { group: 'support', order: 70, icon: 'down' },
    },
  },
]
