export default [
  {
    path: '/roster',
    name: 'roster',
    component: () => import('./RosterPage.vue'),
    meta: {
      title: 'roster.title',
      need: 'shifts:view',
      nav: { group: 'dispatch', order: 40, icon: 'people' },
    },
  },
]
