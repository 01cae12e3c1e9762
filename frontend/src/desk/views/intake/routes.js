export default [
  {
    path: '/intake',
    name: 'intake',
    component: () => import('./IntakePage.vue'),
    meta: {
      title: 'intake.title',
      need: 'calls:create',
      startFor: ['hotline_engineer'],
      nav: { group: 'intake', order: 10, go: 'I', icon: 'phone' },
    },
  },
]
