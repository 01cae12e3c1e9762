export default [
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./ImportsPage.vue'),
    meta: {
      title: 'imports.title',
      need: 'imports:view',
      nav: { group: 'support', order: 71, icon: 'up' },
    },
  },
]
