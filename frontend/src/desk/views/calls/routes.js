export default [
  {
    path: '/calls',
    name: 'calls',
    component: () => import('./CallsPage.vue'),
    meta: {
      title: 'telephony.title',
      need: 'calls:view',
      nav: { group: 'intake', order: 15, go: 'L', icon: 'phone' },
    },
  },
]
